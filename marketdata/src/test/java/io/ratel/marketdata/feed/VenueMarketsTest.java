package io.ratel.marketdata.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ratel.model.instrument.Symbol;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class VenueMarketsTest {
  private final VenueMarkets markets = new VenueMarkets("SOME_VENUE");
  private final Symbol symbol = Symbol.of("SOME-VENUE:BTC-USD");

  @Test
  void namesAPairInItsCanonicalForm() throws Exception {
    assertThat(markets.symbol("xbt", "usd")).isEqualTo(symbol);
  }

  @Test
  void keepsTheVenuesDigitsAndGrowsTheirDecimals() throws Exception {
    VenueMarkets.Values first = read("100.50000000", "2");
    assertThat(first.market().priceScale()).isEqualTo(1);
    assertThat(first.prices()).containsExactly(1_005);
    VenueMarkets.Values second = read("100.123", "0.00000001");
    assertThat(second.market().priceScale()).isEqualTo(3);
    assertThat(second.market().quantityScale()).isEqualTo(8);
    VenueMarkets.Values third = read("7", "3");
    assertThat(third.prices()).containsExactly(7_000);
    assertThat(third.quantities()).containsExactly(300_000_000);
  }

  @ParameterizedTest
  @CsvSource({
    "NaN,BAD_NUMBER",
    "Infinity,BAD_NUMBER",
    "'',BAD_NUMBER",
    "1e5,BAD_NUMBER",
    "0x10,BAD_NUMBER",
    "1.2.3,BAD_NUMBER",
    ".,BAD_NUMBER",
    "-1,NEGATIVE",
    "-0.00000001,NEGATIVE",
    "9223372036854775808,DOES_NOT_FIT",
    "0.0000000000000000001,DOES_NOT_FIT",
    "10.000000000000000001,DOES_NOT_FIT",
  })
  void refusesWhatIsNoAmount(String text, FrameFault fault) {
    assertThatExceptionOfType(RejectedFrameException.class)
        .isThrownBy(() -> read("1", text))
        .matches(e -> e.fault() == fault, fault.name());
  }

  @Test
  void aRefusedFrameLeavesTheDecimalsAsTheyWere() throws Exception {
    read("1.5", "1");
    assertThatExceptionOfType(RejectedFrameException.class)
        .isThrownBy(() -> read("1.55", "rubbish"));
    assertThat(read("1.5", "1").market().priceScale()).isEqualTo(1);
  }

  @Test
  void oneStrayValueCannotTakeTheRoomOfAllOthers() throws Exception {
    read("1.5", "672");
    assertThatExceptionOfType(RejectedFrameException.class)
        .isThrownBy(() -> read("1.5", "0.000000000000000001"))
        .matches(e -> e.fault() == FrameFault.DOES_NOT_FIT);
    assertThat(read("1.5", "1000000").quantities()).containsExactly(1_000_000);
  }

  private VenueMarkets.Values read(String price, String quantity) throws RejectedFrameException {
    return markets.read(symbol, List.of(price), List.of(quantity));
  }
}
