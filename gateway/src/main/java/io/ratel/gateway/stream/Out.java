package io.ratel.gateway.stream;

import java.util.List;

/** Something on its way to a socket. */
sealed interface Out {
  /**
   * The answer to the frame that the socket is waiting on.
   *
   * @param left topics that end with it
   */
  record Reply(String text, List<String> left) implements Out {}

  /**
   * @param alias the client's name for the topic, free of characters that JSON escapes
   */
  record Update(String alias, Message message) implements Out {}
}
