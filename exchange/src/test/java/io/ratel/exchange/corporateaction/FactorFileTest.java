package io.ratel.exchange.corporateaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ratel.exchange.corporateaction.FactorFile.Action;
import io.ratel.model.order.Side;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The arithmetic against actions that happened, derived from files of factors. */
class FactorFileTest {
  private static final long[] HOLDINGS = {1, 7, 333, 1_000, 123_457, -1, -999};

  private static List<Action> invented() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(FactorFileTest.class.getResourceAsStream("invented-factors.csv"))) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return FactorFile.actions(FactorFile.parse(text.lines().toList()));
    }
  }

  private static Path recorded() {
    Path at = Path.of("").toAbsolutePath();
    while (at.getParent() != null && !Files.isRegularFile(at.resolve("mvnw"))) {
      at = at.getParent();
    }
    Path folder = at.resolveSibling("shared").resolve("data").resolve("corporate-actions");
    Assumptions.assumeTrue(
        Files.isDirectory(folder),
        "skipped: there are no factor files in ../shared/data/corporate-actions");
    return folder;
  }

  private static List<Action> recorded(Path file) throws IOException {
    return FactorFile.actions(FactorFile.parse(Files.readAllLines(file)));
  }

  @Test
  void neighbouringRowsTellSplitsAndDividends() throws IOException {
    assertThat(invented())
        .containsExactly(
            action("20010504", Optional.of(new Split(3, 2)), Optional.empty(), "90.30"),
            action("20020208", Optional.empty(), Optional.of("0.3000"), "60"),
            action("20030912", Optional.of(new Split(1, 8)), Optional.empty(), "6.4"),
            action("20040305", Optional.empty(), Optional.of("0.1250"), "50"));
  }

  private static Action action(
      String date, Optional<Split> split, Optional<String> dividend, String reference) {
    return new Action(date, split, dividend.map(BigDecimal::new), new BigDecimal(reference));
  }

  @Test
  void whatIsNoRowIsRefusedAsItStands() {
    assertThatThrownBy(() -> FactorFile.parse(List.of("20010504,1,1")))
        .hasMessageContaining("20010504,1,1");
    assertThatThrownBy(() -> FactorFile.parse(List.of("2001-05-04,1,1,1")))
        .hasMessageContaining("2001-05-04");
  }

  @Test
  void inventedActionsConserveValue() throws IOException {
    invented().forEach(FactorFileTest::assertConserved);
  }

  @Test
  void recordedActionsConserveValue() throws IOException {
    try (Stream<Path> files = Files.list(recorded())) {
      for (Path file : files.filter(f -> f.toString().endsWith("-factors.csv")).toList()) {
        List<Action> actions = recorded(file);
        assertThat(actions).as("actions of " + file.getFileName()).isNotEmpty();
        actions.forEach(FactorFileTest::assertConserved);
      }
    }
  }

  @Test
  void theSplitsOfAppleAreThoseItMade() throws IOException {
    List<Action> splits =
        recorded(recorded().resolve("aapl-factors.csv")).stream()
            .filter(action -> action.split().isPresent())
            .toList();
    assertThat(splits).extracting(Action::date).contains("20000620", "20050225", "20140606");
    assertThat(splits)
        .extracting(action -> action.split().orElseThrow())
        .containsExactly(new Split(2, 1), new Split(2, 1), new Split(7, 1), new Split(4, 1));
  }

  /**
   * As Apple announced them: 2.65 in 2012, 3.29 before the split, 0.82 and 0.205 around the next.
   */
  @Test
  void theDividendsOfAppleAreThoseItPaid() throws IOException {
    List<Action> actions = recorded(recorded().resolve("aapl-factors.csv"));
    assertDividend(actions, "20120808", 2.65);
    assertDividend(actions, "20140507", 3.29);
    assertDividend(actions, "20200806", 0.82);
    assertDividend(actions, "20201105", 0.205);
  }

  private static void assertDividend(List<Action> actions, String date, double announced) {
    BigDecimal derived =
        actions.stream()
            .filter(action -> action.date().equals(date))
            .flatMap(action -> action.dividend().stream())
            .findFirst()
            .orElseThrow();
    assertThat(derived.doubleValue()).as(date).isCloseTo(announced, within(0.0005));
  }

  private static void assertConserved(Action action) {
    long cents = action.reference().movePointRight(2).longValueExact();
    for (long lots : HOLDINGS) {
      action.split().ifPresent(split -> assertSplitConserves(split, lots, cents));
      action.dividend().ifPresent(dividend -> assertPaid(dividend, lots, action.reference()));
    }
    action.split().ifPresent(split -> assertPrices(split, cents));
  }

  /** The new lots at the new price, and the cash, are what the old lots were at the old price. */
  private static void assertSplitConserves(Split split, long lots, long cents) {
    BigDecimal exact =
        BigDecimal.valueOf(cents * split.denominator())
            .divide(BigDecimal.valueOf(split.numerator()), 20, RoundingMode.HALF_EVEN);
    long lotValue = exact.setScale(0, RoundingMode.HALF_EVEN).longValueExact();
    long cost = lots * cents * 9 / 10;
    Holding after = split.holding(lots, cost, lotValue);
    BigDecimal value =
        exact
            .multiply(BigDecimal.valueOf(after.lots()))
            .add(BigDecimal.valueOf(after.cash()))
            .subtract(BigDecimal.valueOf(lots * cents));
    assertThat(value.abs()).as("cents lost of %d lots", lots).isLessThanOrEqualTo(BigDecimal.ONE);
    assertThat(after.cost() - after.realizedPnl()).isEqualTo(cost - after.cash());
    assertThat(after.lots()).isEqualTo(split.lots(lots));
  }

  private static void assertPrices(Split split, long cents) {
    long buy = split.price(Side.BUY, cents);
    long sell = split.price(Side.SELL, cents);
    assertThat(buy * split.numerator()).isLessThanOrEqualTo(cents * split.denominator());
    assertThat(sell * split.numerator()).isGreaterThanOrEqualTo(cents * split.denominator());
    assertThat(sell - buy).isBetween(0L, 1L);
  }

  /** The cash is the holding times the dividend to a cent; with the lower price it adds up. */
  private static void assertPaid(BigDecimal perShare, long lots, BigDecimal reference) {
    Dividend dividend = new Dividend(perShare.movePointRight(4).longValueExact(), 100);
    long cash = dividend.cash(lots, 1);
    BigDecimal holding = BigDecimal.valueOf(lots);
    assertThat(cash)
        .isEqualTo(
            perShare
                .multiply(holding)
                .movePointRight(2)
                .setScale(0, RoundingMode.HALF_EVEN)
                .longValueExact());
    BigDecimal before = reference.multiply(holding);
    BigDecimal after =
        reference.subtract(perShare).multiply(holding).add(BigDecimal.valueOf(cash, 2));
    assertThat(after.subtract(before).abs()).isLessThanOrEqualTo(new BigDecimal("0.005"));
  }
}
