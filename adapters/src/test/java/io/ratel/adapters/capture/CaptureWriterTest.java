package io.ratel.adapters.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.adapters.questdb.QuestTickStore;
import io.ratel.adapters.venue.LiveVenue;
import io.ratel.adapters.venue.VenueProtocol;
import io.ratel.adapters.venue.script.ScriptedVenue;
import io.ratel.marketdata.LiveMarkets;
import io.ratel.marketdata.MarketViews.BookView;
import io.ratel.model.market.Level;
import io.ratel.model.money.FixedPoint;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a live feed recorded plays again. */
final class CaptureWriterTest {
  private static final URI NOWHERE = URI.create("ws://localhost:1");
  private static final String NEWEST = "LOCAL.ws.1767607200.";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"binance", "bitstamp", "bybit", "coinbase", "kraken", "okx"})
  void aRecordedFeedReplaysToTheSameBookAndTrades(String name) throws Exception {
    Path captures = folder.resolve("captures");
    List<String> book;
    ScriptedVenue venue = LiveVenue.scripted(name);
    CaptureWriter writer =
        CaptureWriter.of(
            captures,
            venue.protocol(LiveVenue.NAME, NOWHERE, NOWHERE),
            ScriptedVenue.START_NS,
            new CaptureParts.Bounds(4_000, 100));
    try (LiveVenue live = new LiveVenue(venue, writer)) {
      live.feed.start();
      live.follow();
      for (int i = 0; i < 40; i++) {
        live.change();
      }
      live.send(live.venue.trade(7).replace("{", "{\n"));
      live.await(() -> live.isBookRight() && live.sink.trades().size() == 1);
      book = live.venue.state(1_000);
    }
    try (Stream<Path> files = Files.list(captures)) {
      assertThat(files.filter(file -> file.toString().contains(".ws."))).hasSizeGreaterThan(1);
    }
    assertThat(Files.readString(captures.resolve(NEWEST + "0"))).contains(" <-> ", " <- ");
    try (QuestTickStore store = QuestTickStore.open(folder.resolve("store"));
        LiveMarkets markets = LiveMarkets.start(store, LiveMarkets.Limits.DEFAULT);
        Replay replay =
            Replay.start(
                ReplayPlan.of(List.of(captures)), markets, Speed.MAX, ReplayClock.SYSTEM)) {
      assertThat(replay.finished().get().rejected()).as("%s", replay.feeds()).isZero();
      assertThat(lines(markets.book(venue.symbol(LiveVenue.NAME), 1_000).orElseThrow()))
          .isEqualTo(book);
      assertThat(markets.trades(venue.symbol(LiveVenue.NAME), 10)).hasSize(1);
    }
  }

  private static List<String> lines(BookView view) {
    List<String> lines = new ArrayList<>();
    for (Level level : view.bids()) {
      lines.add("b" + line(view, level));
    }
    for (Level level : view.asks()) {
      lines.add("a" + line(view, level));
    }
    return lines;
  }

  private static String line(BookView view, Level level) {
    int priceScale = view.market().priceScale();
    int quantityScale = view.market().quantityScale();
    return FixedPoint.rescale(level.price(), priceScale, 1)
        + "x"
        + FixedPoint.rescale(level.quantity(), quantityScale, 2);
  }

  @Test
  void aRecordingKeepsItsNewestPartsAndEachSaysWhatItIs() throws Exception {
    VenueProtocol protocol = LiveVenue.scripted("kraken").protocol("LOCAL", NOWHERE, NOWHERE);
    CaptureWriter writer =
        CaptureWriter.of(folder, protocol, ScriptedVenue.START_NS, new CaptureParts.Bounds(500, 3));
    writer.connected("ws://localhost:1", ScriptedVenue.START_NS);
    for (int i = 0; i < 60; i++) {
      writer.received("ws://localhost:1", ScriptedVenue.START_NS + i, "{\"event\":\"pong\"}");
    }
    writer.close();
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> parts = files.sorted().toList();
      assertThat(parts).hasSize(3);
      for (Path part : parts) {
        assertThat(Files.size(part)).isLessThanOrEqualTo(600);
        assertThat(Files.readAllLines(part).getFirst())
            .isEqualTo("configuration: {\"format\":\"kraken\",\"url\":\"ws://localhost:1\"}");
      }
    }
    assertThat(writer.trouble()).isEmpty();
    ReplayPlan plan = ReplayPlan.of(List.of(folder));
    assertThat(plan.skipped()).isEmpty();
    assertThat(plan.venues().getFirst().format()).isEqualTo(CaptureFormat.KRAKEN);
  }

  @Test
  void aFolderThatCannotBeWrittenEndsTheRecordingAndNothingElse() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "");
    VenueProtocol protocol = LiveVenue.scripted("okx").protocol("LOCAL", NOWHERE, NOWHERE);
    CaptureWriter writer = CaptureWriter.of(file, protocol, ScriptedVenue.START_NS);
    writer.received("ws://localhost:1", ScriptedVenue.START_NS, "pong");
    writer.close();
    assertThat(writer.trouble()).startsWith("the recording has ended: ");
  }
}
