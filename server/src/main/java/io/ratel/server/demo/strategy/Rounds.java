package io.ratel.server.demo.strategy;

import io.ratel.server.demo.bot.Desk;
import io.ratel.server.demo.bot.Strategy;
import java.util.ArrayList;
import java.util.List;

/** A light maker for many markets: it goes round them, and hurries only where nothing is quoted. */
public final class Rounds implements Strategy {
  private static final int QUOTED_A_TURN = 2;
  private static final int EMPTY_A_TURN = 6;

  private final int first;
  private final List<MarketMaker> makers = new ArrayList<>();
  private int next;

  /** Makes {@code count} markets from {@code first} on. */
  public Rounds(int first, int count, long seed) {
    this.first = first;
    for (int i = 0; i < count; i++) {
      makers.add(new MarketMaker(first + i, MarketMaker.Manner.LIGHT, seed + i));
    }
  }

  @Override
  public boolean act(Desk desk) {
    int quoted = 0;
    int empty = 0;
    for (int seen = 0; seen < Math.min(makers.size(), EMPTY_A_TURN + QUOTED_A_TURN); seen++) {
      if (desk.open(first + next).isEmpty()) {
        empty++;
      } else {
        quoted++;
      }
      if (quoted > QUOTED_A_TURN || empty > EMPTY_A_TURN) {
        break;
      }
      makers.get(next).act(desk);
      next = (next + 1) % makers.size();
    }
    return true;
  }
}
