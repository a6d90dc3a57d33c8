/* The kit has no page of its own: Cockpit links its styles, and the pages import kit.js and page.js. */
export default [];
