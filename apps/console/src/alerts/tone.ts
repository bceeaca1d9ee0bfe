/** The sound of an alert. Silent until the agent has touched the page: browsers allow no sound before that. */
export interface Tone {
  play(): void;
  stop(): void;
}

const notes = [
  { hertz: 659.25, startS: 0 },
  { hertz: 880, startS: 0.14 },
];

/** Two soft notes, made by WebAudio so that no sound file is needed. */
export function createTone(): Tone {
  let audio: AudioContext | null = null;
  const gestures = ['pointerdown', 'keydown'] as const;
  const wake = () => {
    audio ??= new AudioContext();
    audio.resume().catch(() => undefined);
  };
  for (const gesture of gestures) addEventListener(gesture, wake, { once: true });
  return {
    play() {
      if (audio?.state !== 'running') return;
      for (const { hertz, startS } of notes) ring(audio, hertz, audio.currentTime + startS);
    },
    stop() {
      for (const gesture of gestures) removeEventListener(gesture, wake);
      audio?.close().catch(() => undefined);
      audio = null;
    },
  };
}

function ring(audio: AudioContext, hertz: number, at: number) {
  const oscillator = audio.createOscillator();
  const volume = audio.createGain();
  oscillator.frequency.value = hertz;
  volume.gain.setValueAtTime(0, at);
  volume.gain.linearRampToValueAtTime(0.12, at + 0.02);
  volume.gain.exponentialRampToValueAtTime(0.0001, at + 0.5);
  oscillator.connect(volume).connect(audio.destination);
  oscillator.start(at);
  oscillator.stop(at + 0.5);
}
