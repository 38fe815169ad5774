/** Texts of forwarding messages, in Arabic. */
export default {
  title: "إعادة توجيه الرسالة",
  find: "البحث عن شخص أو مجموعة",
  note: "إضافة ملاحظة",
  send: "إعادة توجيه",
  sendTo: "إعادة توجيه إلى {name}",
  sent: "أُعيد توجيهها",
  nothing: "لا يوجد شخص ولا مجموعة بهذا الاسم.",
  forwarded: "رسالة معاد توجيهها",
  hidden: "رسالة معاد توجيهها من مكان لا يظهر لك",
  deleted: "حُذفت الرسالة المعاد توجيهها.",
  open: "فتحها حيث قيلت",
  direct: "محادثة مباشرة",
};
