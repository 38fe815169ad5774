/** Texts of forwarding messages, in Simplified Chinese. */
export default {
  title: "转发消息",
  find: "查找成员或群组",
  note: "添加附言",
  send: "转发",
  sendTo: "转发给 {name}",
  sent: "已转发",
  nothing: "没有叫这个名字的成员或群组。",
  forwarded: "转发的消息",
  hidden: "一条转发的消息，来自你看不到的地方",
  deleted: "被转发的消息已删除。",
  open: "打开原消息所在位置",
  direct: "私信",
};
