package io.ratel.server.demo.bot;

/** What starts a bot; while it runs, nothing starts it again. */
public sealed interface Trigger {
  /** The opening of the demo. */
  record AtStart() implements Trigger {}

  /** A schedule in seconds of the demo's clock, the opening included. */
  record Every(double seconds) implements Trigger {
    public Every {
      if (!(seconds > 0)) {
        throw new IllegalArgumentException("seconds must be positive, was " + seconds);
      }
    }
  }

  /** Something that happens in a match: {@code kickOff}, {@code goal}, … */
  record On(String kind) implements Trigger {}
}
