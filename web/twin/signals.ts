// SPDX-License-Identifier: MIT
//
// signals.ts: short tones and vibrations, where the reader's device gives them. Nothing is loaded.

/** Hz and seconds. */
const TONES = {
  ready: [660, 0.12],
  go: [990, 0.35],
  tap: [880, 0.08],
  end: [1320, 0.5],
} as const;

const BUZZ_MS = { ready: 60, go: 200, tap: 60, end: 400 } as const;

export type Signal = keyof typeof TONES;

export class Signals {
  #audio: AudioContext | null = null;

  /** Must be called while a touch or key press is dealt with, or the browser keeps silent. */
  open(): void {
    try {
      this.#audio ??= new AudioContext();
      void this.#audio.resume();
    } catch {
      this.#audio = null; // what is seen is enough
    }
  }

  give(signal: Signal, sound: boolean): void {
    const [frequency, seconds] = TONES[signal];
    if (sound) this.#beep(frequency, seconds);
    navigator.vibrate?.(BUZZ_MS[signal]);
  }

  /** Gives the audio device back, after what still sounds. */
  close(): void {
    const audio = this.#audio;
    this.#audio = null;
    if (audio) window.setTimeout(() => void audio.close(), 1000);
  }

  #beep(frequency: number, seconds: number): void {
    const audio = this.#audio;
    if (!audio) return;
    const now = audio.currentTime;
    const tone = new OscillatorNode(audio, { frequency });
    const volume = new GainNode(audio, { gain: 0 });
    // Faded in and out: a tone cut off clicks.
    volume.gain.setValueAtTime(0, now);
    volume.gain.linearRampToValueAtTime(0.4, now + 0.01);
    volume.gain.setValueAtTime(0.4, now + seconds - 0.03);
    volume.gain.linearRampToValueAtTime(0, now + seconds);
    tone.connect(volume).connect(audio.destination);
    tone.start(now);
    tone.stop(now + seconds);
  }
}
