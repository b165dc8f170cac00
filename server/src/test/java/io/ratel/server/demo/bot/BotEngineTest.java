package io.ratel.server.demo.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.exchange.ExchangeUnavailableException;
import io.ratel.exchange.LocalExchange;
import io.ratel.exchange.Reply;
import io.ratel.exchange.command.Command;
import io.ratel.exchange.command.TransferKind;
import io.ratel.model.order.Side;
import io.ratel.server.demo.LocalTables;
import io.ratel.server.demo.market.DemoMarket;
import io.ratel.server.demo.market.DemoMarkets;
import io.ratel.server.demo.market.PriceProcess;
import io.ratel.server.demo.match.MatchNews;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BotEngineTest {
  private static final List<DemoMarket> ACME = DemoMarkets.first(3).subList(2, 3);
  private static final double STEP_S = 0.25; // five steps touch a second
  private static final MatchNews GOAL = new MatchNews(MatchNews.GOAL, 1, "1' Goal", 1);

  private final LocalTables tables = new LocalTables();
  private final LocalExchange exchange = new LocalExchange(tables);
  private boolean reachable = true;
  private long account;
  private int[] instruments;

  @BeforeEach
  void aMarketAndAnAccount() {
    int usd = (int) submit(new Command.ListAsset("USD", 8)).id();
    int acme = (int) submit(ACME.getFirst().base()).id();
    instruments = new int[] {(int) submit(ACME.getFirst().terms()).id()};
    account = submit(new Command.OpenAccount("bot")).id();
    deposit(usd, 1_000_000L * 100_000_000);
    deposit(acme, ACME.getFirst().usual(100));
  }

  private void deposit(int asset, long amount) {
    submit(
        new Command.Transfer(
            TransferKind.DEPOSIT, Command.WORLD, account, asset, amount, "d" + asset));
  }

  private Reply submit(Command command) {
    if (!reachable) {
      throw new ExchangeUnavailableException("no answer");
    }
    return exchange.submit(command, 1);
  }

  private BotEngine engine(int perSecond) {
    Board board = new Board(ACME, new PriceProcess(ACME, 1), instruments, market -> false);
    return new BotEngine(board, this::submit, new Records(tables), perSecond, STEP_S);
  }

  private Bot bot(BotLimits limits, Trigger trigger, Strategy strategy) {
    return new Bot("bot", account, 100, 1_000_000, limits, trigger, 1, strategy);
  }

  private static final BotLimits WIDE = new BotLimits(1_000, 50, 1_000, 1e9);

  /** Rests one order of a usual size a turn, {@code turns} times. */
  private static Strategy resting(int turns) {
    return new Strategy() {
      private int left = turns;

      @Override
      public void begin(Desk desk, Optional<MatchNews> cause) {
        left = turns;
      }

      @Override
      public boolean act(Desk desk) {
        desk.rest(0, Side.BUY, 18_000, ACME.getFirst().usual(1));
        left--;
        return left > 0;
      }
    };
  }

  private static BotCounts after(BotEngine engine, int steps) {
    for (int i = 0; i < steps; i++) {
      engine.step(List.of());
    }
    return engine.counts().getFirst();
  }

  @Test
  void aBotOfTheStartActsUntilItIsDoneAndNeverAgain() {
    BotEngine engine = engine(1_000);
    engine.add(bot(WIDE, new Trigger.AtStart(), resting(3)));
    BotCounts counts = after(engine, 50);
    assertThat(counts.orders()).isEqualTo(3);
    assertThat(counts.started()).isEqualTo(1);
    assertThat(counts.stopped()).isEqualTo(1);
    assertThat(counts.running()).isFalse();
  }

  @Test
  void aScheduleStartsABotAgainAndAgain() {
    BotEngine engine = engine(1_000);
    engine.add(bot(WIDE, new Trigger.Every(2.5), resting(2)));
    assertThat(after(engine, 31).started()).as("at 0, 10, 20 and 30").isEqualTo(4);
  }

  @Test
  void aGoalStartsWhoWaitsForIt() {
    BotEngine engine = engine(1_000);
    engine.add(bot(WIDE, new Trigger.On(MatchNews.GOAL), resting(1)));
    assertThat(after(engine, 10).orders()).isZero();
    engine.step(List.of(GOAL));
    assertThat(after(engine, 10).orders()).isEqualTo(1);
  }

  @Test
  void eachLimitHoldsAnOrderBackAndIsCounted() {
    refused(Limit.SIZE, new BotLimits(1_000, 0.5, 1_000, 1e9), 0);
    refused(Limit.INVENTORY, new BotLimits(1_000, 50, 4, 1e9), 4);
    refused(Limit.NOTIONAL, new BotLimits(1_000, 50, 1_000, 25_000), 2); // 10,800 USD each
    refused(Limit.RATE, new BotLimits(1, 50, 1_000, 1e9), 2); // ten steps are 2.5 s
  }

  private void refused(Limit limit, BotLimits limits, int sent) {
    BotEngine engine = engine(1_000);
    engine.add(bot(limits, new Trigger.AtStart(), resting(10)));
    BotCounts counts = after(engine, 10);
    assertThat(counts.orders()).as(limit.toString()).isBetween((long) sent, sent + 1L);
    assertThat(counts.refusedByLimit().get(limit)).isEqualTo(10 - counts.orders());
    assertThat(counts.refusedByExchange()).isZero();
  }

  @Test
  void allBotsShareOneBudget() {
    BotEngine engine = engine(10); // two a step
    for (int i = 0; i < 5; i++) {
      engine.add(bot(WIDE, new Trigger.AtStart(), resting(1_000)));
    }
    after(engine, 5);
    long orders = engine.counts().stream().mapToLong(BotCounts::orders).sum();
    assertThat(orders).isEqualTo(10);
    assertThat(engine.counts().getLast().refusedByLimit().get(Limit.BUDGET)).isEqualTo(5);
  }

  @Test
  void whatABotHoldsIsReadAnewAfterAnAnswerStayedAway() {
    BotEngine engine = engine(1_000);
    Strategy one = resting(1);
    engine.add(bot(WIDE, new Trigger.Every(5), one));
    after(engine, 1);
    reachable = false;
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> after(engine, 20))
        .isInstanceOf(ExchangeUnavailableException.class);
    reachable = true;
    // Meanwhile its order was canceled by someone else.
    long order = tables.openOrders(account).getFirst().id();
    long sequence = submit(new Command.CancelOrder(account, order)).sequence();
    assertThat(engine.reread(sequence)).isTrue();
    BotCounts counts = after(engine, 30);
    assertThat(counts.orders()).as("begun anew by its schedule").isGreaterThan(2);
    assertThat(counts.refusedByExchange()).isZero();
  }
}
