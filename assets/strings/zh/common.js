/** Texts of buttons, fields and lines that many pages and dialogs share, in Simplified Chinese. */
export default {
  never: "永不",

  // Buttons that appear in many places
  cancel: "取消",
  close: "关闭",
  save: "保存",
  saved: "已保存",
  saving: "正在保存…",
  copy: "复制",
  add: "添加",
  showPassword: "显示密码",
  hidePassword: "隐藏密码",
  optional: "选填",

  // What is asked for in the doorway, and in the settings
  password: "密码",
  creating: "正在创建…",
  username: "用户名",
  usernameHelp: "小写字母、数字、点、连字符。",
  email: "电子邮箱",
  passwordHelp: "至少 10 个字符。用三个以上互不相关的词就很好。",
  fieldNeeded: "请填写此项。",
  passwordTooShort: "请至少输入 10 个字符。",
  join: "加入",
  inviteLink: "邀请链接",

  // Languages
  language: "语言",
  languageAuto: "跟随浏览器",

  // What was changed elsewhere, and other lines
  changedMeanwhile: "你刚才在另一台设备上改过这里，现在的内容是：",
  staleTitle: "在此期间有人修改了这里。",
  useTheirs: "保留对方的",
  useMine: "用我的",
  dayAndTime: "日期和时间",

  memberCount: "{count, plural, other {# 位成员}}",
  open: "打开",

  // Asking for the password once more
  confirming: "正在核对…",
  wrongPassword: "密码不正确。",

  // Connection
  connectionLost: "连接已断开。",
  tryingIn: "{secs, number} 秒后重试。你可以继续写。",
  tryingNow: "正在重试。你可以继续写。",
  tryNow: "立即重试",
  unheardTitle: "无法连接到 Parlor。",
  unheardSince: "你看到的是 {when} 时的内容。你可以继续写，稍后会发出。",
  newVersion: "此页面有新版本。",
  newVersionReload: "重新加载新版本",
  elsewhere: "Parlor 同时打开的地方太多了。",
  useHere: "在这里使用",
  back: "已重新连接。",
  arrived: "{count, plural, other {收到 # 条消息。}}",
  waitingSince: "{count, plural, other {自 {time} 起有 # 条消息等待发送。}}",
  review: "查看",
};
