/** Texts of forwarding messages. */
export default /** @type {const} */ ({
  title: "Forward message",
  find: "Find a person or a group",
  note: "Add a note",
  send: "Forward",
  sendTo: "Forward to {name}",
  sent: "Forwarded",
  nothing: "There is nobody and no group of that name.",
  forwarded: "Forwarded message",
  hidden: "A forwarded message from a place you cannot see",
  deleted: "The forwarded message was deleted.",
  open: "Open where it was said",
  direct: "Direct conversation",
});
