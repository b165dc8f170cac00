package io.ratel.adapters.aeron.thread;

/**
 * The threads between a command and its answer, the one that gains most from a processor of its own
 * first. Where the engine's threads are not {@link EngineThreads#dedicated}, {@link #DRIVER} and
 * {@link #ARCHIVE} do what the last four do otherwise.
 */
public enum EngineThread {
  /** Applies commands: the exchange itself. */
  SERVICE("service"),
  /** Puts commands in their order, and commits them. */
  CONSENSUS("consensus"),
  /** The client in the member's process: sends commands and hands out answers. */
  CLIENT("client"),
  /** The media driver, or its conductor. */
  DRIVER("driver"),
  /** The archive, or its conductor. */
  ARCHIVE("archive"),
  SENDER("sender"),
  RECEIVER("receiver"),
  RECORDER("recorder"),
  REPLAYER("replayer");

  private final String label;

  EngineThread(String label) {
    this.label = label;
  }

  /** Its name in the configuration. */
  public String label() {
    return label;
  }

  /** Whether there is such a thread only where each part of the engine has its own. */
  public boolean onlyDedicated() {
    return compareTo(ARCHIVE) > 0;
  }
}
