// Keeps what a person types on the server: one save at a time, each over the version on screen.

const PAUSE = 900;
const RETRY = 5000;

export class Draft {

  /**
   * @param save sends (version, content) and gives { version, savedAt }
   * @param read what stands on the form now
   * @param peek the draft as the server has it: { version, content }
   * @param tell shows a state: changed, saving, saved or failed
   */
  constructor({ save, read, peek, tell }) {
    Object.assign(this, { save, read, peek, tell });
    this.last = Promise.resolve();
  }

  start(version) {
    this.version = version;
    this.dirty = false;
    this.stopped = null;
  }

  /** Whether anything on the form is not on the server. */
  get pending() {
    return this.dirty || Boolean(this.saving);
  }

  changed() {
    if (this.stopped) {
      return;
    }
    this.dirty = true;
    this.tell('changed');
    this.schedule(PAUSE);
  }

  /** Saves what has changed and rejects when it could not. */
  flush() {
    this.last = this.last.catch(() => {}).then(() => this.saveOnce());
    return this.last;
  }

  /** Nothing more is saved: the task is completed or the form is gone. */
  end() {
    clearTimeout(this.timer);
    this.stopped ??= new Error('ended');
  }

  schedule(pause) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush().catch(() => {}), pause);
  }

  async saveOnce() {
    clearTimeout(this.timer);
    if (this.stopped) {
      throw this.stopped;
    }
    if (!this.dirty) {
      return;
    }
    const content = this.read();
    this.dirty = false;
    this.saving = true;
    this.tell('saving');
    try {
      const saved = await this.saveOrAdopt(content);
      this.version = saved.version;
      this.unanswered = null;
      this.saving = false;
      this.tell(this.dirty ? 'changed' : 'saved', saved);
    } catch (error) {
      this.saving = false;
      this.failed(error, content);
      throw error;
    }
  }

  // A save whose answer got lost has raised the version: the draft there is our own.
  async saveOrAdopt(content) {
    try {
      return await this.save(this.version, content);
    } catch (error) {
      if (error.kind !== 'stale' || !this.unanswered) {
        throw error;
      }
      const there = await this.peek();
      if (JSON.stringify(there.content) !== this.unanswered) {
        throw error;
      }
      return this.save(there.version, content);
    }
  }

  failed(error, content) {
    this.dirty = true;
    if (error.kind === 'offline') {
      this.unanswered = JSON.stringify(content);
    }
    if (error.kind === 'stale' || error.kind === 'gone') {
      this.stopped = error;
    } else if (error.kind !== 'refused') {
      // What was refused is refused again until something is taken out.
      this.schedule(RETRY);
    }
    this.tell('failed', error);
  }

}
