/** Texts of the dialog of invite links, in Arabic. */
export default {
  invitesTo: "الدعوة إلى {group}",
  createInvite: "إنشاء رابط",
  inviteExpiry: "مدة الصلاحية",
  inviteUses: "لكم شخص",
  oneDay: "يوم واحد",
  sevenDays: "سبعة أيام",
  thirtyDays: "ثلاثون يومًا",
  anyNumber: "كل من لديه الرابط",
  onePerson: "شخص واحد",
  somePeople: "{count, number} من الأشخاص",
  inviteReady: "لن يُعرض الرابط إلا الآن. يلزم نسخه قبل الإغلاق.",
  openInvites: "الروابط الصالحة",
  noInvites: "لا رابط صالح في الوقت الحالي.",
  inviteUsed: "{limit, select, none {{uses, plural, zero {لم يُستخدم} one {استُخدم مرة واحدة} two {استُخدم مرتين} few {استُخدم # مرات} many {استُخدم # مرة} other {استُخدم # مرة}}} other {استُخدم {uses, number} من {limit}}}",
  until: "حتى {day}",
  revoke: "إبطال",
};
