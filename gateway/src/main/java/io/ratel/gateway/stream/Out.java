package io.ratel.gateway.stream;

import java.util.List;

/** Something on its way to a socket. */
sealed interface Out {
  /** What becomes of a message when the socket is full or has missed something. */
  enum Way {
    /** It is left out, until a snapshot or a fill comes. */
    NEXT,
    /** It is what was left out; taken only by a socket that is still where it begins. */
    FILL,
    /** It is written: whoever sends it waits for {@link Ready} before the next. */
    KEPT
  }

  /**
   * The answer to the frame that the socket is waiting on.
   *
   * @param left topics that end with it
   */
  record Reply(String text, List<String> left) implements Out {}

  /** Something said without having been asked. */
  record Notice(String text) implements Out {}

  /**
   * @param alias the client's name for the topic, free of characters that JSON escapes
   */
  record Update(String alias, Message message, Way way) implements Out {}

  /** Called on the socket's thread as soon as it has room; never when it closes before. */
  record Ready(Runnable task) implements Out {}
}
