/** Style sheets do nothing in jsdom. */
export default {};
