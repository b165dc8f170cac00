package io.ratel.adapters.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ratel.adapters.questdb.QuestTickStore;
import io.ratel.marketdata.LiveMarkets;
import io.ratel.marketdata.feed.FeedStatus;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Bar;
import io.ratel.model.market.Interval;
import io.ratel.model.market.Market;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReplayTest {
  private static final String SOCKET = "wss://stream.binance.us:9443/stream?streams=foousdt@depth";
  private static final String DEPTH =
      "https://api.binance.us/api/v3/depth?symbol=FOOUSDT&limit=1000";
  private static final Symbol FOO = Symbol.of("BINANCE-US:FOO-USDT");

  @TempDir Path folder;
  private QuestTickStore store;
  private LiveMarkets markets;

  @BeforeEach
  void open() {
    store = QuestTickStore.open(folder.resolve("store"));
    markets = LiveMarkets.start(store, LiveMarkets.Limits.DEFAULT);
  }

  @AfterEach
  void close() {
    markets.close();
    store.close();
  }

  @Test
  void socketsAndRequestsOfOneVenueAreMergedByTime() throws Exception {
    write(
        "BINANCE_US.ws.1.0",
        SOCKET + " <-> 1677906300.1",
        depth(300.2, 9, 10, "[[\"1.0\",\"1\"]]"),
        depth(300.4, 11, 12, "[[\"1.1\",\"2\"]]"),
        depth(300.6, 13, 13, "[[\"1.0\",\"0\"]]"),
        "");
    write(
        "BINANCE_US.http.0.0",
        DEPTH
            + " -> 1677906300.5: {\"lastUpdateId\":11,\"bids\":[[\"1.0\",\"7\"]],"
            + "\"asks\":[[\"1.5\",\"3\"]]}");
    ReplayReport report = play();
    assertThat(report).hasToString("Replay finished: 4 frames, 0 rejected");
    assertThat(markets.book(FOO, 10).orElseThrow().sequence()).isEqualTo(13);
    assertThat(markets.book(FOO, 10).orElseThrow().bids())
        .extracting(level -> level.price() + "x" + level.quantity())
        .containsExactly("11x2");
    assertThat(markets.book(FOO, 10).orElseThrow().localTimeNs())
        .isEqualTo(1_677_906_300_600_000_000L);
  }

  @Test
  void whatWeSentAndTheUrlsAreNoFramesAndRubbishIsCounted() throws Exception {
    write(
        "COINBASE.ws.1.0",
        "wss://ws-feed.pro.coinbase.com <-> 1618677816.84",
        "wss://ws-feed.pro.coinbase.com <- 1618677817.02: {\"type\":\"subscribe\"}",
        "1618677817.06: {\"type\":\"subscriptions\",\"channels\":[]}",
        "1618677817.07: {\"type\":\"match\",",
        "not a line of a recording",
        "1618677817.08: ");
    write("COINBASE.0", "configuration: {}", "https://api.pro.coinbase.com/products -> 1.5: [");
    try (Replay replay = start(Speed.MAX, ReplayClock.SYSTEM)) {
      assertThat(replay.finished().get()).isEqualTo(new ReplayReport(4, 3));
      FeedStatus status = replay.feeds().get(0);
      assertThat(status.name()).isEqualTo("COINBASE");
      assertThat(status.state()).isEqualTo(FeedStatus.State.FINISHED);
      assertThat(status.reasons()).isEqualTo(Map.of("not-json", 2L, "not-a-row", 1L));
      assertThat(status.lastFrameNs()).isEqualTo(1_618_677_817_080_000_000L);
    }
  }

  @Test
  void aVenueThatIsNotSupportedIsNamedAndTheOthersPlay() throws Exception {
    write("OTHER.ws.1.0", "wss://ws.other.example/feed?x=1 <-> 1618677816.84", "1618677817.1: {}");
    write("EMPTY.ws.1.0");
    write("notes.txt", "hello");
    write("BINANCE_US.ws.1.0", SOCKET + " <-> 1677906300.1", depth(300.2, 9, 10, "[]"));
    try (Replay replay = start(Speed.MAX, ReplayClock.SYSTEM)) {
      assertThat(replay.finished().get().frames()).isEqualTo(1);
      assertThat(replay.feeds())
          .filteredOn(feed -> feed.state() == FeedStatus.State.SKIPPED)
          .extracting(feed -> feed.name() + ": " + feed.detail())
          .containsExactlyInAnyOrder(
              "OTHER.ws.1.0: wss://ws.other.example/feed is not supported",
              "EMPTY.ws.1.0: it names no URL",
              "notes.txt: neither a capture nor a file of bars, ticks or factors");
    }
  }

  @Test
  void venuesStartTogetherAndKeepTheirRecordedPace() throws Exception {
    write(
        "BINANCE_US.ws.1.0",
        SOCKET + " <-> 1677906300",
        depth(310, 1, 2, "[]"),
        depth(330, 3, 4, "[]"));
    FakeClock clock = new FakeClock();
    try (Replay replay = start(Speed.parse("10"), clock)) {
      replay.finished().get();
    }
    assertThat(clock.waits).containsExactly(1_000_000_000L + 2_000_000_000L);
  }

  @Test
  void aConnectionMadeAnewMakesItsBooksUnknown() throws Exception {
    String url = "wss://ws-feed.exchange.coinbase.com";
    String snapshot =
        ": {\"type\":\"snapshot\",\"product_id\":\"A-B\",\"bids\":[[\"1\",\"1\"]],\"asks\":[]}";
    write("COINBASE.ws.1.0", url + " <-> 1677906300", "1677906301" + snapshot);
    write("COINBASE.ws.1.1", url + " <-> 1677906302");
    play();
    assertThat(markets.book(Symbol.of("COINBASE:A-B"), 1)).isEmpty();
  }

  @Test
  void filesOfBarsAndTicksBecomeHistory() throws Exception {
    zip("foo-daily.zip", "20200102 00:00,136300,162650,135000,162550,6315000\nrubbish\n");
    zip("btcusd-minute-20180404-trade.zip", "60000,7420.5,7422,7405,7405.25,13.35\n");
    zip("foo-tick-20131007-trade.zip", "34200000,491800,300,P,0,0\n34200000,491900,1,P,0,1\n");
    assertThat(play()).isEqualTo(new ReplayReport(5, 2));
    Market foo = new Market(Symbol.of("LEAN:FOO"), 3, 0);
    List<Bar> days = markets.bars(foo.symbol(), Interval.DAY, 0, Long.MAX_VALUE, 9);
    assertThat(days.getLast())
        .isEqualTo(
            new Bar(
                foo,
                Interval.DAY,
                1_577_923_200_000_000_000L,
                13630,
                16265,
                13500,
                16255,
                6_315_000,
                0));
    Bar minute =
        markets.bars(Symbol.of("LEAN:BTC-USD"), Interval.MINUTE, 0, Long.MAX_VALUE, 9).get(0);
    assertThat(minute.timeNs()).isEqualTo(1_522_800_060_000_000_000L);
    assertThat(minute.close()).isEqualTo(740_525);
    // Half past nine in New York, in summer.
    assertThat(markets.trades(foo.symbol(), 9).get(0).exchangeTimeNs())
        .isEqualTo(1_381_152_600_000_000_000L);
  }

  @Test
  void aPathThatIsMissingIsNamed() {
    assertThatThrownBy(() -> ReplayPlan.of(List.of(folder.resolve("nowhere"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nowhere");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "1.5", "1001", "fast", ""})
  void aSpeedThatIsNoneIsRefused(String speed) {
    assertThatThrownBy(() -> Speed.parse(speed)).hasMessageContaining("1, 10 or max");
  }

  private ReplayReport play() throws Exception {
    try (Replay replay = start(Speed.MAX, ReplayClock.SYSTEM)) {
      return replay.finished().get();
    }
  }

  private Replay start(Speed speed, ReplayClock clock) {
    return Replay.start(ReplayPlan.of(List.of(folder.resolve("in"))), markets, speed, clock);
  }

  private void write(String name, String... lines) throws IOException {
    Path in = Files.createDirectories(folder.resolve("in"));
    Files.writeString(in.resolve(name), String.join("\n", lines) + "\n");
  }

  private void zip(String name, String rows) throws IOException {
    Path in = Files.createDirectories(folder.resolve("in"));
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(in.resolve(name)))) {
      zip.putNextEntry(new ZipEntry("rows.csv"));
      zip.write(rows.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static String depth(double second, int first, int last, String bids) {
    return ("%d.%d: {\"e\":\"depthUpdate\",\"E\":1677906300000,\"s\":\"FOOUSDT\",\"U\":%d,\"u\":%d,"
            + "\"b\":%s,\"a\":[]}")
        .formatted(1_677_906_000L + (long) second, Math.round(second * 10) % 10, first, last, bids);
  }

  /** Time that passes only by waiting. */
  private static final class FakeClock implements ReplayClock {
    private final List<Long> waits = Collections.synchronizedList(new ArrayList<>());
    private volatile long now = 1_000_000_000L;

    @Override
    public long nanoTime() {
      return now;
    }

    @Override
    public void sleepUntil(long nanoTime) {
      waits.add(nanoTime);
      now = nanoTime;
    }
  }
}
