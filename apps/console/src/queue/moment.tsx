const timeOfDay = new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit' });
const dayOfYear = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });
const inFull = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** A moment in the past, short: the time of day if it was today, else the day. In full on hover. */
export function Moment({ at }: { at: number }) {
  const date = new Date(at);
  const isToday = date.toDateString() === new Date().toDateString();
  return (
    <time className="console-moment" dateTime={date.toISOString()} title={inFull.format(date)}>
      {(isToday ? timeOfDay : dayOfYear).format(date)}
    </time>
  );
}
