const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** How a language writes the size of a file, from bytes: in the unit in which it is one to three digits long. */
export const fileSizeIn =
  (tag: string) =>
  (bytes: number): string => {
    const step = bytes < 1000 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), units.length - 1);
    return (bytes / 1000 ** step).toLocaleString(tag, {
      style: 'unit',
      unit: units[step] ?? 'byte',
      unitDisplay: step === 0 ? 'long' : 'short',
      maximumFractionDigits: step > 1 ? 1 : 0,
    });
  };
