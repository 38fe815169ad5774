/** Texts of buttons, fields and lines that many pages and dialogs share, in Spanish. */
export default {
  never: "Nunca",

  // Buttons that appear in many places
  cancel: "Cancelar",
  close: "Cerrar",
  save: "Guardar",
  saved: "Guardado",
  saving: "Guardando…",
  copy: "Copiar",
  add: "Añadir",
  showPassword: "Mostrar la contraseña",
  hidePassword: "Ocultar la contraseña",
  optional: "opcional",

  // What is asked for in the doorway, and in the settings
  password: "Contraseña",
  creating: "Creando…",
  username: "Nombre de usuario",
  usernameHelp: "Letras minúsculas, cifras, puntos y guiones.",
  email: "Correo electrónico",
  passwordHelp: "Al menos 10 caracteres. Tres o más palabras sin relación funcionan bien.",
  fieldNeeded: "Completa este campo, por favor.",
  passwordTooShort: "Al menos 10 caracteres, por favor.",
  join: "Unirse",
  inviteLink: "Enlace de invitación",

  // Languages
  language: "Idioma",
  languageAuto: "El del navegador",

  // What was changed elsewhere, and other lines
  changedMeanwhile: "Entretanto cambiaste esto en otro dispositivo. Ahora dice:",
  staleTitle: "Alguien cambió esto entretanto.",
  useTheirs: "Dejar lo suyo",
  useMine: "Usar lo mío",
  dayAndTime: "Día y hora",

  memberCount: "{count, plural, one {# miembro} many {# de miembros} other {# miembros}}",
  open: "Abrir",

  // Asking for the password once more
  confirming: "Comprobando…",
  wrongPassword: "Esa contraseña no es correcta.",

  // Connection
  connectionLost: "Se perdió la conexión.",
  tryingIn: "Nuevo intento en {secs, number} s. Puedes seguir escribiendo.",
  tryingNow: "Intentándolo de nuevo. Puedes seguir escribiendo.",
  tryNow: "Intentar ahora",
  unheardTitle: "No se puede conectar con Parlor.",
  unheardSince: "Ves lo último que llegó: {when}. Puedes seguir escribiendo; se enviará más tarde.",
  newVersion: "Hay una versión nueva de esta página.",
  newVersionReload: "Cargar la versión nueva",
  elsewhere: "Parlor está abierto en demasiados sitios a la vez.",
  useHere: "Usarlo aquí",
  back: "Conexión recuperada.",
  arrived: "{count, plural, one {Llegó # mensaje.} many {Llegaron # de mensajes.} other {Llegaron # mensajes.}}",
  waitingSince: "{count, plural, one {Hay # mensaje en espera desde las {time}.} many {Hay # de mensajes en espera desde las {time}.} other {Hay # mensajes en espera desde las {time}.}}",
  review: "Revisar",
};
