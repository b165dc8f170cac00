package io.ratel.server.demo.strategy;

import io.ratel.model.order.Side;
import io.ratel.server.demo.bot.Board;
import io.ratel.server.demo.bot.Desk;
import io.ratel.server.demo.bot.OpenOrder;
import io.ratel.server.demo.bot.Strategy;
import io.ratel.server.demo.market.DemoMarket;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Quotes a ladder around its reservation price and moves, a few at a time, the orders that have
 * drifted from their rungs or may have been filled. It withdraws at once what the value has run
 * over, and most of its ladder while news is due. Which of its orders are open it asks its desk, so
 * it goes on with whatever it finds there.
 */
public final class MarketMaker implements Strategy {
  /**
   * A maker's manner.
   *
   * @param rungs orders on a side
   * @param everyTurns how often it looks at its whole ladder
   * @param moves orders it moves then, at most
   * @param width of its spread, 1 for the narrowest that pays
   * @param size of its orders, in usual ones
   * @param first whether it quotes inside of the round prices
   */
  public record Manner(
      int rungs, int everyTurns, int moves, double width, double size, boolean first) {
    /** Small orders at the front, always at work. */
    public static final Manner FAST = new Manner(4, 1, 1, 1, 0.5, true);

    public static final Manner STEADY = new Manner(6, 6, 2, 1.3, 0.9, true);

    /** Large orders behind, at round prices. */
    public static final Manner DEEP = new Manner(10, 16, 2, 2, 1.6, false);

    /** For a market that few look at. */
    public static final Manner LIGHT = new Manner(2, 1, 1, 1.5, 0.8, true);

    /** The same at a slower beat. */
    public Manner slower(int factor) {
      return new Manner(rungs, everyTurns * factor, moves, width, size, first);
    }
  }

  private static final double HORIZON_S = 3;
  private static final double MOST_HALF = 0.0030; // of the price
  private static final double WIDER_BEFORE_NEWS = 2;
  private static final double RUNGS_BEFORE_NEWS = 0.35;
  private static final int PLACED_AT_ONCE = 8;
  private static final double LOOKS_AGAIN = 0.12;
  private static final Side[] SIDES = Side.values();

  private final int market;
  private final Manner manner;
  private final Random random;
  private long turn;
  private boolean unfinished = true;

  public MarketMaker(int market, Manner manner, long seed) {
    this.market = market;
    this.manner = manner;
    this.random = new Random(seed);
    this.turn = random.nextInt(manner.everyTurns()); // not all makers at the same time
  }

  @Override
  public boolean act(Desk desk) {
    Ladder ladder = ladder(desk);
    boolean overrun = withdraw(desk, ladder);
    if (overrun || unfinished || turn % manner.everyTurns() == 0) {
      unfinished = !arrange(desk, ladder);
    }
    turn++;
    return true;
  }

  private Ladder ladder(Desk desk) {
    Board board = desk.board();
    DemoMarket of = board.market(market);
    boolean news = board.newsIsDue(market);
    double value = board.value(market);
    InventoryQuote quote =
        InventoryQuote.of(value, board.sigma(market, HORIZON_S), desk.inventory(market))
            .widened(
                manner.width() * (news ? WIDER_BEFORE_NEWS : 1),
                0.6 * of.tick(),
                MOST_HALF * value);
    int rungs = news ? (int) Math.ceil(manner.rungs() * RUNGS_BEFORE_NEWS) : manner.rungs();
    return new Ladder(of, quote, rungs, manner.first());
  }

  /** Cancels what the other side of its own ladder would trade with. */
  private boolean withdraw(Desk desk, Ladder ladder) {
    boolean overrun = false;
    for (OpenOrder order : desk.open(market)) {
      overrun |= ladder.crosses(order.side(), order.price()) && desk.cancel(order);
    }
    return overrun;
  }

  /** False when it may not send all that it would. */
  private boolean arrange(Desk desk, Ladder ladder) {
    List<OpenOrder> spare = new ArrayList<>(desk.open(market));
    if (!spare.isEmpty() && random.nextDouble() < LOOKS_AGAIN) {
      spare.get(random.nextInt(spare.size())).suspect(); // others may have taken it
    }
    // Each order that stands at its rung stays there; what is left over can be moved.
    boolean[][] held = new boolean[2][ladder.rungs()];
    for (int rung = 0; rung < ladder.rungs(); rung++) {
      for (Side side : SIDES) {
        held[side.ordinal()][rung] = hold(spare, side, ladder, rung);
      }
    }
    int moved = 0;
    int placed = 0;
    boolean buysFirst = random.nextBoolean();
    for (int rung = 0; rung < ladder.rungs(); rung++) {
      for (int s = 0; s < 2; s++) {
        Side side = SIDES[buysFirst ? s : 1 - s];
        if (held[side.ordinal()][rung]) {
          continue;
        }
        OpenOrder old = nearest(spare, side, ladder.price(side, rung));
        if (!desk.mayMove() || placed == PLACED_AT_ONCE) {
          return false;
        }
        if (old != null && moved == manner.moves()) {
          return true;
        }
        if (old == null) {
          placed++;
        } else {
          moved++;
          spare.remove(old);
          desk.cancel(old);
        }
        desk.rest(market, side, ladder.price(side, rung), lots(desk, side, rung));
      }
    }
    for (OpenOrder order : spare) {
      desk.cancel(order);
    }
    return true;
  }

  private static boolean hold(List<OpenOrder> spare, Side side, Ladder ladder, int rung) {
    OpenOrder near = nearest(spare, side, ladder.price(side, rung));
    boolean holds =
        near != null
            && !near.isSuspect()
            && Math.abs(near.price() - ladder.price(side, rung)) <= ladder.slack(rung);
    return holds && spare.remove(near);
  }

  private static @org.jspecify.annotations.Nullable OpenOrder nearest(
      List<OpenOrder> orders, Side side, long price) {
    OpenOrder nearest = null;
    for (OpenOrder order : orders) {
      if (order.side() == side
          && (nearest == null
              || Math.abs(order.price() - price) < Math.abs(nearest.price() - price))) {
        nearest = order;
      }
    }
    return nearest;
  }

  /** Larger further out, smaller on the side that would add to what it holds. */
  private long lots(Desk desk, Side side, int rung) {
    double held = desk.inventory(market) / desk.limits().inventory();
    double adding = Math.max(0, side == Side.BUY ? held : -held);
    double orders = manner.size() * (0.4 + random.nextDouble() * (1 + 0.4 * rung)) * (1 - adding);
    return desk.board().market(market).usual(Math.min(orders, desk.limits().order()));
  }
}
