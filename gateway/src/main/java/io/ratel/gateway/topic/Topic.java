package io.ratel.gateway.topic;

/**
 * A subject that changes. All methods but {@link #load} belong to one thread. The state a topic
 * keeps is what has been sent: changes that have come in since wait until {@link #change} takes
 * them.
 */
public abstract class Topic {
  /** What {@link #change} found. */
  public sealed interface Change {
    /** Nothing that a client would see. */
    record None() implements Change {}

    record Delta(Object data) implements Change {}

    /** The state was replaced: everyone gets a snapshot. */
    record Whole() implements Change {}

    /** The state was lost: load it again. */
    record Lost() implements Change {}
  }

  private final TopicName name;
  private final Runnable onChange;

  /**
   * @param onChange told that {@link #change} may have something to take, from any thread; returns
   *     at once
   */
  protected Topic(TopicName name, Runnable onChange) {
    this.name = name;
    this.onChange = onChange;
  }

  public final TopicName name() {
    return name;
  }

  protected final void changed() {
    onChange.run();
  }

  /** Starts to listen; what comes from now on is kept until {@link #change}. */
  public abstract void open();

  /**
   * Reads the state, on any thread; may block.
   *
   * @return takes it over, on the topic's thread
   * @throws RuntimeException when it cannot be read now; try again later
   */
  public abstract Runnable load();

  /** The state as it was last sent. */
  public abstract Object state();

  /** Takes the changes that came in into the state. */
  public abstract Change change();

  /** Stops listening. */
  public abstract void close();
}
