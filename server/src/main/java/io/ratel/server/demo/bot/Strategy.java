package io.ratel.server.demo.bot;

import io.ratel.server.demo.match.MatchNews;
import java.util.Optional;

/**
 * What a bot does when it is its turn. It knows the {@link Board} and its own {@link Desk}, and has
 * no clock and no chance but its seed, so that it acts alike in every run. One thread.
 */
public interface Strategy {
  /**
   * The trigger has started the bot.
   *
   * @param cause what happened, when that was the trigger
   */
  default void begin(Desk desk, Optional<MatchNews> cause) {}

  /**
   * One turn.
   *
   * @return whether there is more to do; false stops the bot until its trigger starts it again
   */
  boolean act(Desk desk);
}
