import type {Change} from './record-store.js';

/** Who wants to know of changes. A listener that throws harms nobody. */
export class Subscribers {
  #listeners = new Set<(change: Change) => void>();

  add(listener: (change: Change) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  tell(change: Change): void {
    for (const listener of this.#listeners) {
      try {
        listener(change);
      } catch (error) {
        console.warn(error);
      }
    }
  }
}
