package io.ratel.adapters.venue;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.adapters.venue.script.ScriptedBinance;
import io.ratel.adapters.venue.script.ScriptedBitstamp;
import io.ratel.adapters.venue.script.ScriptedBybit;
import io.ratel.adapters.venue.script.ScriptedCoinbase;
import io.ratel.adapters.venue.script.ScriptedKraken;
import io.ratel.adapters.venue.script.ScriptedOkx;
import io.ratel.adapters.venue.script.ScriptedVenue;
import io.ratel.marketdata.feed.FeedIntake;
import io.ratel.marketdata.feed.FeedMeter;
import io.ratel.marketdata.feed.Frame;
import io.ratel.model.instrument.Symbol;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/**
 * Frames that are lost, come twice or in another order: what is shown in the end is the venue's
 * book after the newest frame that came, or nothing.
 */
final class DisorderTest {
  private static final Map<String, Supplier<ScriptedVenue>> VENUES =
      new TreeMap<>(
          Map.of(
              "binance", ScriptedBinance::new,
              "bitstamp", ScriptedBitstamp::new,
              "bybit", ScriptedBybit::new,
              "coinbase", ScriptedCoinbase::new,
              "kraken", ScriptedKraken::new,
              "okx", () -> new ScriptedOkx(true),
              "okx with checksums", () -> new ScriptedOkx(false)));

  /** A frame, and the book that it leaves. */
  private record Told(int place, boolean answer, String text, List<String> state) {}

  @Provide
  Arbitrary<String> venues() {
    return Arbitraries.of(VENUES.keySet());
  }

  @Property(tries = 1_500)
  void doubledAndReorderedFramesNeverMakeAWrongBook(
      @ForAll("venues") String name, @ForAll long seed) {
    Random random = new Random(seed);
    List<Told> told = tell(venue(name), random);
    List<Told> heard = new ArrayList<>(told);
    for (int i = 0; i < 1 + random.nextInt(4); i++) {
      int from = place(heard, random);
      Told frame = random.nextBoolean() ? heard.get(from) : heard.remove(from);
      heard.add(random.nextInt(3) == 0 ? heard.size() : random.nextInt(heard.size() + 1), frame);
    }
    check(name, heard, 1_000);
  }

  @Property(tries = 1_500)
  void lostFramesNeverMakeAWrongBookAsFarAsTheVenuesRuleReaches(
      @ForAll("venues") String name, @ForAll long seed) {
    Random random = new Random(seed);
    ScriptedVenue venue = venue(name);
    List<Told> heard = tell(venue, random);
    for (int i = 0; i < 1 + random.nextInt(6) && heard.size() > 1; i++) {
      int at = random.nextInt(heard.size());
      switch (random.nextInt(3)) {
        case 0 -> heard.remove(at);
        case 1 -> heard.add(random.nextInt(heard.size() + 1), heard.get(at));
        default -> heard.add(random.nextInt(heard.size()), heard.remove(at));
      }
    }
    if (venue.provenDepth() > 0) {
      check(name, heard, venue.provenDepth());
    }
  }

  @Property(tries = 100)
  void framesInTheirOrderMakeTheBook(@ForAll("venues") String name, @ForAll long seed) {
    List<Told> told = tell(venue(name), new Random(seed));
    assertThat(hear(name, told, 1_000)).contains(told.getLast().state());
  }

  /** The next whole book heals whatever was lost, seen or unseen. */
  @Property(tries = 100)
  void aWholeBookHealsWhatNobodySaw(@ForAll("venues") String name, @ForAll long seed) {
    Random random = new Random(seed);
    ScriptedVenue venue = venue(name);
    List<Told> heard = tell(venue, random);
    heard.remove(1 + random.nextInt(heard.size() - 1));
    BookSink sink = new BookSink();
    FeedIntake intake = intake(venue, sink);
    heard.forEach(frame -> intake.accept(frame(venue, frame)));
    intake.disconnected();
    if (venue.wholeUrl().isPresent()) {
      intake.accept(frame(venue, new Told(0, false, venue.change(random), List.of())));
    }
    intake.accept(frame(venue, new Told(0, true, venue.whole(), List.of())));
    assertThat(sink.state(venue.symbol("X"), 1_000)).contains(venue.state(1_000));
  }

  /** Of any frame, and often of one of the first two, where the whole book is. */
  private static int place(List<Told> heard, Random random) {
    return random.nextInt(3) == 0 ? random.nextInt(2) : random.nextInt(heard.size());
  }

  private static ScriptedVenue venue(String name) {
    Supplier<ScriptedVenue> venue = VENUES.get(name);
    if (venue == null) {
      throw new IllegalArgumentException(name);
    }
    return venue.get();
  }

  /** A whole book, some dozen changes, and perhaps a whole book again. */
  private static List<Told> tell(ScriptedVenue venue, Random random) {
    List<Told> told = new ArrayList<>();
    boolean asked = venue.wholeUrl().isPresent();
    if (asked) {
      told.add(new Told(0, false, venue.change(random), venue.state(1_000)));
    }
    told.add(new Told(told.size(), asked, venue.whole(), venue.state(1_000)));
    int changes = 5 + random.nextInt(40);
    int again = random.nextInt(2 * changes);
    for (int i = 0; i < changes; i++) {
      told.add(new Told(told.size(), false, venue.change(random), venue.state(1_000)));
      if (i == again && asked) {
        told.add(new Told(told.size(), true, venue.whole(), venue.state(1_000)));
      }
    }
    return told;
  }

  private static Frame frame(ScriptedVenue venue, Told told) {
    String url = told.answer ? venue.wholeUrl().orElse(venue.socketUrl()) : venue.socketUrl();
    return new Frame(url, told.text, ScriptedVenue.START_NS);
  }

  private static FeedIntake intake(ScriptedVenue venue, BookSink sink) {
    URI nowhere = URI.create("http://localhost");
    return new FeedIntake(venue.protocol("X", nowhere, nowhere).reader(), sink, new FeedMeter("X"));
  }

  private static Optional<List<String>> hear(String name, List<Told> heard, int depth) {
    ScriptedVenue venue = venue(name);
    BookSink sink = new BookSink();
    FeedIntake intake = intake(venue, sink);
    heard.forEach(told -> intake.accept(frame(venue, told)));
    Symbol symbol = venue.symbol("X");
    return sink.state(symbol, depth);
  }

  private static void check(String name, List<Told> heard, int depth) {
    Optional<List<String>> shown = hear(name, heard, depth);
    Statistics.collect(shown.isPresent());
    Statistics.coverage(seen -> seen.check(true).percentage(share -> share > 5));
    if (shown.isPresent()) {
      Told newest = heard.stream().max(Comparator.comparingInt(Told::place)).orElseThrow();
      assertThat(shown.get()).as("%s", name).isEqualTo(cut(newest.state(), depth));
    }
  }

  private static List<String> cut(List<String> state, int depth) {
    List<String> cut = new ArrayList<>();
    state.stream().filter(line -> line.startsWith("b")).limit(depth).forEach(cut::add);
    state.stream().filter(line -> line.startsWith("a")).limit(depth).forEach(cut::add);
    return cut;
  }
}
