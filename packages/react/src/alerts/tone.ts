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

const nextNoteS = 0.14;
const noteS = 0.5;

/** A few soft notes, made by WebAudio so that no sound file is needed. */
export function createTone({ hertz = [659.25, 880], loudness = 0.12 }: ToneOptions = {}): Tone {
  let audio: AudioContext | null = null;
  const gestures = ['pointerdown', 'keydown'] as const;
  const wake = () => {
    if (typeof AudioContext === 'undefined') return;
    audio ??= new AudioContext();
    audio.resume().catch(() => undefined);
  };
  for (const gesture of gestures) addEventListener(gesture, wake, { once: true });
  if (typeof navigator !== 'undefined' && navigator.userActivation?.isActive) wake();
  return {
    play() {
      if (audio?.state !== 'running') return;
      for (const [index, each] of hertz.entries())
        ring(audio, each, loudness, audio.currentTime + index * nextNoteS);
    },
    stop() {
      for (const gesture of gestures) removeEventListener(gesture, wake);
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
