/** Exit codes, as sysexits.h has them: whoever runs this from a timetable can tell them apart. */
export const exits = { usage: 64, refused: 65, noFile: 66, unreachable: 69, inUse: 75, keyOpen: 77 };
