/** A short sound. Silent until the reader has touched the page: browsers allow no sound before that. */
export interface Tone {
  play(): void;
  /** Leaves nothing behind. */
  stop(): void;
}

/** How a tone sounds. */
export interface ToneOptions {
  /** Its notes, one soon after the other. */
  hertz?: readonly number[];
  /** From 0 to 1. */
  loudness?: number;
}

/**
 * So long after the last touch it is made ready: that holds a page up for up to a tenth of a second, which whoever types
 * would feel. Browsers that ask for a touch take one of a second ago. Milliseconds.
 */
const restMs = 400;
const nextNoteS = 0.14;
const noteS = 0.5;

/** A sound that the browser lets through later than this is about nothing any more. Milliseconds. */
const lateMs = 1000;

/** A few soft notes, made by WebAudio so that no sound file is needed. */
export function createTone({ hertz = [659.25, 880], loudness = 0.12 }: ToneOptions = {}): Tone {
  let audio: AudioContext | null = null;
  let isTouched = false;
  let timer: ReturnType<typeof setTimeout>;
  const gestures = ['pointerdown', 'keydown'] as const;
  const stopWaiting = () => {
    clearTimeout(timer);
    for (const gesture of gestures) removeEventListener(gesture, touch);
  };
  const wake = async () => {
    if (typeof AudioContext === 'undefined') return null;
    audio ??= new AudioContext();
    await audio.resume();
    stopWaiting();
    return audio;
  };
  // Where it may not sound yet, the next touch tries again.
  const never = () => null;
  const touch = () => {
    isTouched = true;
    clearTimeout(timer);
    timer = setTimeout(() => void wake().catch(never), restMs);
  };
  for (const gesture of gestures) addEventListener(gesture, touch);
  if (typeof navigator !== 'undefined' && navigator.userActivation?.isActive) touch();
  return {
    async play() {
      if (!isTouched) return;
      const from = performance.now();
      const awake = await wake().catch(never);
      if (!awake || performance.now() - from > lateMs) return;
      for (const [index, each] of hertz.entries())
        ring(awake, each, loudness, awake.currentTime + index * nextNoteS);
    },
    stop() {
      isTouched = false;
      stopWaiting();
      audio?.close().catch(() => undefined);
      audio = null;
    },
  };
}

function ring(audio: AudioContext, hertz: number, loudness: number, at: number) {
  const oscillator = audio.createOscillator();
  const volume = audio.createGain();
  oscillator.frequency.value = hertz;
  volume.gain.setValueAtTime(0, at);
  volume.gain.linearRampToValueAtTime(loudness, at + 0.02);
  volume.gain.exponentialRampToValueAtTime(0.0001, at + noteS);
  oscillator.connect(volume).connect(audio.destination);
  oscillator.start(at);
  oscillator.stop(at + noteS);
}
