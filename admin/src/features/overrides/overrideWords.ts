/** Of a change without an end of its own. */
export const withRecords = '与所涉记录同时失效';
