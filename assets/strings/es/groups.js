/** Texts of groups, people, the workspace and one's status, in Spanish. */
export default {
  groupKind: "Tipo de grupo",
  kindText: "Charla",
  kindTextHelp: "Una sola secuencia de mensajes.",
  kindForum: "Foro",
  kindForumHelp: "Publicaciones con título, cada una con sus respuestas.",
  deactivated: "cuenta desactivada",

  // Details pane
  aboutGroup: "Acerca de {name}",
  noDescription: "Aún nadie ha escrito para qué es este grupo.",
  hereNowHead: "Aquí ahora",
  awayHead: "Ausentes",
  notAroundHead: "No están",
  invite: "Invitar",
  addMember: "Añadir a alguien",
  leaveGroup: "Salir del grupo",
  groupSettings: "Ajustes del grupo",
  roleModerator: "Moderador",
  roleAdmin: "Admin",
  roleOwner: "Propietario",
  roleGuest: "Invitado",
  membersFailed: "No se pudieron cargar los miembros.",
  removeMember: "Quitar a {name} de {group}",
  removeMemberAsk: "¿Quitar a {name}?",
  removeMemberWhat: "Ya no podrá leer ni escribir aquí. Lo que escribió se queda.",
  leaveAsk: "¿Salir de {group}?",
  leavePublic: "Puedes volver cuando quieras.",
  leavePrivate: "Necesitas una invitación para volver.",
  leave: "Salir",
  moreMembers: "Mostrar más",

  // People
  writeToPerson: "Escribir un mensaje directo",
  lastSeen: "Última vez: {when}",

  // What can be done
  muteGroup: "Silenciar {group}",
  unmuteGroup: "Dejar de silenciar {group}",
  useLight: "Usar los colores de día",
  useDark: "Usar los colores de noche",
  useSystem: "Usar los colores del sistema",

  // Dialog: groups
  findGroup: "Buscar un grupo",
  createGroup: "Crear un grupo",
  noGroupsFound: "No hay ningún grupo con ese nombre. Podrías crearlo.",
  archived: "Archivado",
  groupName: "Nombre",
  groupNameHelp: "Una o dos palabras. Lo ven todos.",
  groupTopic: "Tema",
  groupTopicHelp: "Una línea debajo del nombre.",
  groupDescription: "Para qué es",
  groupPrivate: "Privado",
  groupPrivateHelp: "Solo quienes tienen invitación ven que existe.",
  create: "Crear",

  // Dialog: direct, add
  newDirectTitle: "Escribir a alguien",
  findPerson: "Buscar a una persona",
  nobodyFound: "No hay nadie con ese nombre.",
  addTo: "Añadir a alguien a {group}",
  isMember: "ya está aquí",
  added: "se añadió",

  // Dialog: group settings
  settingsOf: "Ajustes de {group}",
  archiveGroup: "Archivar este grupo",
  archiveHelp: "Todo se puede seguir leyendo, nadie puede escribir.",
  staleText: "Abajo está como quedó. Tus cambios no se han guardado.",

  // Workspace dialog
  workspaceName: "Nombre",
  workspaceDescription: "Descripción",
  signUpOpen: "Cualquiera puede crear una cuenta",
  signUpOpenHelp: "Desactivado: solo se entra con un enlace de invitación.",

  // Status
  statusTitle: "¿Cómo estás?",
  statusEmoji: "Emoji",
  statusText: "¿Qué estás haciendo?",
  statusEnds: "Termina",
  ends30: "En 30 minutos",
  ends60: "En una hora",
  endsToday: "Hoy",
  endsWeek: "Esta semana",
  endsKept: "A las {when}",
  doNotDisturb: "No molestar",
  doNotDisturbHelp: "Tu estado aparece como ocupado.",
  doNotDisturbNow: "Estás en tus horas de silencio: tu estado ya aparece como ocupado.",
  beInvisible: "Invisible",
  beInvisibleHelp: "Para los demás, estás sin conexión.",
  clearStatus: "Borrar",
};
