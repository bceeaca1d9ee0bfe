/** The list without what matches; the very same list where nothing does. */
export const without = <Each>(list: readonly Each[], matches: (each: Each) => boolean): readonly Each[] =>
  list.some(matches) ? list.filter((each) => !matches(each)) : list;
