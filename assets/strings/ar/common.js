/** Texts of buttons, fields and lines that many pages and dialogs share, in Arabic. */
export default {
  never: "أبدًا",

  // Buttons that appear in many places
  cancel: "إلغاء",
  close: "إغلاق",
  save: "حفظ",
  saved: "تم الحفظ",
  saving: "جارٍ الحفظ…",
  copy: "نسخ",
  add: "إضافة",
  showPassword: "إظهار كلمة المرور",
  hidePassword: "إخفاء كلمة المرور",
  optional: "اختياري",

  // What is asked for in the doorway, and in the settings
  password: "كلمة المرور",
  creating: "جارٍ الإنشاء…",
  username: "اسم المستخدم",
  usernameHelp: "أحرف لاتينية صغيرة وأرقام ونقاط وشرطات.",
  email: "البريد الإلكتروني",
  passwordHelp: "عشرة أحرف على الأقل. ثلاث كلمات أو أكثر لا رابط بينها خيار جيد.",
  fieldNeeded: "هذا الحقل مطلوب.",
  passwordTooShort: "عشرة أحرف على الأقل من فضلك.",
  join: "انضمام",
  inviteLink: "رابط الدعوة",

  // Languages
  language: "اللغة",
  languageAuto: "حسب لغة المتصفح",

  // What was changed elsewhere, and other lines
  changedMeanwhile: "جرى تعديل هذا من جهاز آخر لك في هذه الأثناء. نصه الآن:",
  staleTitle: "جرى تعديل هذا في هذه الأثناء.",
  useTheirs: "إبقاء الحالي",
  useMine: "اعتماد تعديلي",
  dayAndTime: "اليوم والوقت",

  memberCount: "{count, plural, zero {لا أعضاء} one {عضو واحد} two {عضوان} few {# أعضاء} many {# عضوًا} other {# عضو}}",
  open: "فتح",

  // Asking for the password once more
  confirming: "جارٍ التحقق…",
  wrongPassword: "كلمة المرور غير صحيحة.",

  // Connection
  connectionLost: "انقطع الاتصال.",
  tryingIn: "إعادة المحاولة بعد {secs, number} ث. يمكنك مواصلة الكتابة.",
  tryingNow: "جارٍ إعادة المحاولة. يمكنك مواصلة الكتابة.",
  tryNow: "المحاولة الآن",
  unheardTitle: "تعذّر الوصول إلى Parlor.",
  unheardSince: "المعروض هنا يعود إلى {when}. يمكنك مواصلة الكتابة، والإرسال يتم لاحقًا.",
  newVersion: "يوجد إصدار جديد من هذه الصفحة.",
  newVersionReload: "إعادة التحميل للإصدار الجديد",
  elsewhere: "Parlor مفتوح في أماكن كثيرة في آن واحد.",
  useHere: "استخدامه هنا",
  back: "عاد الاتصال.",
  arrived: "{count, plural, zero {لم تصل رسائل.} one {وصلت رسالة واحدة.} two {وصلت رسالتان.} few {وصلت # رسائل.} many {وصلت # رسالة.} other {وصلت # رسالة.}}",
  waitingSince: "{count, plural, zero {لا رسائل تنتظر الإرسال منذ الساعة {time}.} one {رسالة واحدة تنتظر الإرسال منذ الساعة {time}.} two {رسالتان تنتظران الإرسال منذ الساعة {time}.} few {# رسائل تنتظر الإرسال منذ الساعة {time}.} many {# رسالة تنتظر الإرسال منذ الساعة {time}.} other {# رسالة تنتظر الإرسال منذ الساعة {time}.}}",
  review: "مراجعة",
};
