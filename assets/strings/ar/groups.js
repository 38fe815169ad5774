/** Texts of groups, people, the workspace and one's status, in Arabic. */
export default {
  groupKind: "نوع المجموعة",
  kindText: "دردشة",
  kindTextHelp: "خط زمني واحد من الرسائل.",
  kindForum: "منتدى",
  kindForumHelp: "منشورات بعناوين، لكل منها ردوده.",
  deactivated: "حساب معطّل",

  // Details pane
  aboutGroup: "عن {name}",
  noDescription: "لم يُكتب بعد ما الغرض من هذه المجموعة.",
  hereNowHead: "هنا الآن",
  awayHead: "غياب مؤقت",
  notAroundHead: "دون اتصال",
  invite: "دعوة",
  addMember: "إضافة شخص",
  leaveGroup: "مغادرة المجموعة",
  groupSettings: "إعدادات المجموعة",
  roleModerator: "مشرف",
  roleAdmin: "مدير",
  roleOwner: "مالك",
  roleGuest: "ضيف",
  membersFailed: "تعذّر تحميل الأعضاء.",
  removeMember: "إزالة {name} من {group}",
  removeMemberAsk: "إزالة {name}؟",
  removeMemberWhat: "لن تعود القراءة والكتابة هنا متاحتين لهذا الشخص. وما كتبه يبقى.",
  leaveAsk: "مغادرة {group}؟",
  leavePublic: "يمكنك العودة في أي وقت.",
  leavePrivate: "تحتاج العودة إلى دعوة.",
  leave: "مغادرة",
  moreMembers: "عرض المزيد",

  // People
  writeToPerson: "كتابة رسالة مباشرة",
  lastSeen: "آخر ظهور {when}",

  // What can be done
  muteGroup: "كتم {group}",
  unmuteGroup: "إلغاء كتم {group}",
  useLight: "ألوان النهار",
  useDark: "ألوان المساء",
  useSystem: "ألوان النظام",

  // Dialog: groups
  findGroup: "البحث عن مجموعة",
  createGroup: "إنشاء مجموعة",
  noGroupsFound: "لا مجموعة بهذا الاسم. يمكنك إنشاؤها.",
  archived: "مؤرشفة",
  groupName: "الاسم",
  groupNameHelp: "كلمة أو كلمتان. يراه الجميع.",
  groupTopic: "الموضوع",
  groupTopicHelp: "سطر واحد تحت الاسم.",
  groupDescription: "الغرض منها",
  groupPrivate: "خاصة",
  groupPrivateHelp: "لا يعلم بوجودها إلا من وصلتهم دعوة.",
  create: "إنشاء",

  // Dialog: direct, add
  newDirectTitle: "الكتابة إلى شخص",
  findPerson: "البحث عن شخص",
  nobodyFound: "لا أحد بهذا الاسم.",
  addTo: "إضافة شخص إلى {group}",
  isMember: "ضمن المجموعة",
  added: "تمت الإضافة",

  // Dialog: group settings
  settingsOf: "إعدادات {group}",
  archiveGroup: "أرشفة هذه المجموعة",
  archiveHelp: "يبقى كل شيء متاحًا للقراءة، ولا يستطيع أحد الكتابة.",
  staleText: "فيما يلي وضعها الآن. لم تُحفظ تعديلاتك.",

  // Workspace dialog
  workspaceName: "الاسم",
  workspaceDescription: "الوصف",
  signUpOpen: "إنشاء الحسابات متاح للجميع",
  signUpOpenHelp: "عند الإيقاف: الدخول بروابط الدعوة فقط.",

  // Status
  statusTitle: "كيف حالك؟",
  statusEmoji: "رمز تعبيري",
  statusText: "ما الذي يجري؟",
  statusEnds: "تنتهي",
  ends30: "بعد نصف ساعة",
  ends60: "بعد ساعة",
  endsToday: "اليوم",
  endsWeek: "هذا الأسبوع",
  endsKept: "الساعة {when}",
  doNotDisturb: "عدم الإزعاج",
  doNotDisturbHelp: "تظهر حالتك للآخرين: مشغول.",
  doNotDisturbNow: "ساعات الهدوء سارية: حالتك الظاهرة «مشغول» على أي حال.",
  beInvisible: "مخفي",
  beInvisibleHelp: "تظهر حالتك للجميع: غير متصل.",
  clearStatus: "مسح",
};
