/** Texts of buttons, fields and lines that many pages and dialogs share, in French. */
export default {
  never: "Jamais",

  // Buttons that appear in many places
  cancel: "Annuler",
  close: "Fermer",
  save: "Enregistrer",
  saved: "Enregistré",
  saving: "Enregistrement…",
  copy: "Copier",
  add: "Ajouter",
  showPassword: "Afficher le mot de passe",
  hidePassword: "Masquer le mot de passe",
  optional: "facultatif",

  // What is asked for in the doorway, and in the settings
  password: "Mot de passe",
  creating: "Création…",
  username: "Nom d’utilisateur",
  usernameHelp: "Lettres minuscules, chiffres, points, tirets.",
  email: "Adresse e-mail",
  passwordHelp: "Au moins 10 caractères. Trois mots ou plus, sans rapport entre eux, conviennent bien.",
  fieldNeeded: "Veuillez remplir ce champ.",
  passwordTooShort: "Au moins 10 caractères, s’il vous plaît.",
  join: "Rejoindre",
  inviteLink: "Lien d’invitation",

  // Languages
  language: "Langue",
  languageAuto: "Celle du navigateur",

  // What was changed elsewhere, and other lines
  changedMeanwhile: "Vous avez modifié ce texte entre-temps, sur un autre appareil. Il dit maintenant :",
  staleTitle: "Quelqu’un a modifié ceci entre-temps.",
  useTheirs: "Garder l’autre",
  useMine: "Garder le mien",
  dayAndTime: "Date et heure",

  memberCount: "{count, plural, one {# membre} many {# de membres} other {# membres}}",
  open: "Ouvrir",

  // Asking for the password once more
  confirming: "Vérification…",
  wrongPassword: "Ce mot de passe n’est pas le bon.",

  // Connection
  connectionLost: "Connexion perdue.",
  tryingIn: "Nouvel essai dans {secs, number} s. Vous pouvez continuer à écrire.",
  tryingNow: "Nouvel essai en cours. Vous pouvez continuer à écrire.",
  tryNow: "Réessayer",
  unheardTitle: "Parlor est injoignable.",
  unheardSince: "Dernier état connu : {when}. Vous pouvez continuer à écrire ; l’envoi se fera plus tard.",
  newVersion: "Il y a une nouvelle version de cette page.",
  newVersionReload: "Charger la nouvelle version",
  elsewhere: "Parlor est ouvert à trop d’endroits à la fois.",
  useHere: "Utiliser ici",
  back: "De retour.",
  arrived: "{count, plural, one {# message est arrivé.} many {# de messages sont arrivés.} other {# messages sont arrivés.}}",
  waitingSince: "{count, plural, one {# message attend depuis {time}.} many {# de messages attendent depuis {time}.} other {# messages attendent depuis {time}.}}",
  review: "Vérifier",
};
