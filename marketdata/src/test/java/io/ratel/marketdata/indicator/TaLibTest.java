package io.ratel.marketdata.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import com.tictactec.ta.lib.Core;
import com.tictactec.ta.lib.MAType;
import com.tictactec.ta.lib.MInteger;
import com.tictactec.ta.lib.RetCode;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Beside TA-Lib: where the conventions agree every number does, and where ours begin otherwise the
 * numbers meet after a while.
 */
class TaLibTest {
  private static final int ROWS = 1_500;
  private static final Series BARS = RandomBars.of(ROWS, 7);
  private static final double[] HIGH = column(BARS::high);
  private static final double[] LOW = column(BARS::low);
  private static final double[] CLOSE = column(BARS::close);
  private static final double[] VOLUME = column(BARS::volume);
  private static final Core TA = new Core();

  private static double[] column(java.util.function.IntToDoubleFunction of) {
    return IntStream.range(0, ROWS).mapToDouble(of).toArray();
  }

  /** A call of TA-Lib with room for what it gives. */
  private interface Call {
    RetCode compute(MInteger begin, MInteger count, double[][] out);
  }

  private record Theirs(int begin, int count, double[][] out) {}

  private static Theirs ask(int outputs, Call call) {
    MInteger begin = new MInteger();
    MInteger count = new MInteger();
    double[][] out = new double[outputs][ROWS];
    assertThat(call.compute(begin, count, out)).isEqualTo(RetCode.Success);
    return new Theirs(begin.value, count.value, out);
  }

  private static void same(String name, Map<String, Double> given, int[] outputs, Call call) {
    meets(name, given, outputs, 0, call);
  }

  /**
   * @param outputs which of ours, by the order of theirs
   * @param fades rows after which they must agree
   */
  private static void meets(
      String name, Map<String, Double> given, int[] outputs, int fades, Call call) {
    Indicator indicator = IndicatorCatalog.load().find(name).orElseThrow();
    double[][] ours = indicator.compute(Arguments.of(indicator.spec(), given), BARS);
    Theirs theirs = ask(outputs.length, call);
    for (int k = 0; k < outputs.length; k++) {
      if (fades == 0) {
        assertThat(ours[outputs[k]][theirs.begin]).as("%s begins", name).isNotNaN();
      }
      for (int i = Math.max(fades - theirs.begin, 0); i < theirs.count; i++) {
        double expected = theirs.out[k][i];
        assertThat(ours[outputs[k]][theirs.begin + i])
            .as("%s %s, output %d, row %d", name, given, outputs[k], theirs.begin + i)
            .isCloseTo(expected, offset(1e-7 * Math.max(1, Math.abs(expected))));
      }
    }
  }

  private static final int[] MAIN = {0};
  private static final Map<String, Double> NINE = Map.of("period", 9.0);

  @Test
  void averagesAreTheSame() {
    int end = ROWS - 1;
    same("sma", NINE, MAIN, (b, n, o) -> TA.sma(0, end, CLOSE, 9, b, n, o[0]));
    same("ema", NINE, MAIN, (b, n, o) -> TA.ema(0, end, CLOSE, 9, b, n, o[0]));
    same("wma", NINE, MAIN, (b, n, o) -> TA.wma(0, end, CLOSE, 9, b, n, o[0]));
    same("dema", NINE, MAIN, (b, n, o) -> TA.dema(0, end, CLOSE, 9, b, n, o[0]));
    same("tema", NINE, MAIN, (b, n, o) -> TA.tema(0, end, CLOSE, 9, b, n, o[0]));
    same("kama", NINE, MAIN, (b, n, o) -> TA.kama(0, end, CLOSE, 9, b, n, o[0]));
    same("trix", NINE, MAIN, (b, n, o) -> TA.trix(0, end, CLOSE, 9, b, n, o[0]));
  }

  @Test
  void oscillatorsAreTheSame() {
    int end = ROWS - 1;
    same("rsi", NINE, MAIN, (b, n, o) -> TA.rsi(0, end, CLOSE, 9, b, n, o[0]));
    same("roc", NINE, MAIN, (b, n, o) -> TA.roc(0, end, CLOSE, 9, b, n, o[0]));
    same("momentum", NINE, MAIN, (b, n, o) -> TA.mom(0, end, CLOSE, 9, b, n, o[0]));
    same(
        "stochastic-rsi",
        Map.of("period", 9.0, "range", 9.0, "slowing", 1.0, "signal", 3.0),
        new int[] {0, 1},
        (b, n, o) -> TA.stochRsi(0, end, CLOSE, 9, 9, 3, MAType.Sma, b, n, o[0], o[1]));
    same(
        "stochastic",
        Map.of("period", 9.0, "slowing", 4.0, "signal", 5.0),
        new int[] {0, 1},
        (b, n, o) ->
            TA.stoch(0, end, HIGH, LOW, CLOSE, 9, 4, MAType.Sma, 5, MAType.Sma, b, n, o[0], o[1]));
    same(
        "stochastic-fast",
        Map.of("period", 9.0, "signal", 5.0),
        new int[] {0, 1},
        (b, n, o) -> TA.stochF(0, end, HIGH, LOW, CLOSE, 9, 5, MAType.Sma, b, n, o[0], o[1]));
    same("williams-r", NINE, MAIN, (b, n, o) -> TA.willR(0, end, HIGH, LOW, CLOSE, 9, b, n, o[0]));
    same("cci", NINE, MAIN, (b, n, o) -> TA.cci(0, end, HIGH, LOW, CLOSE, 9, b, n, o[0]));
    same(
        "ultimate-oscillator",
        Map.of(),
        MAIN,
        (b, n, o) -> TA.ultOsc(0, end, HIGH, LOW, CLOSE, 7, 14, 28, b, n, o[0]));
    same(
        "aroon",
        NINE,
        new int[] {2, 1},
        (b, n, o) -> TA.aroon(0, end, HIGH, LOW, 9, b, n, o[0], o[1]));
    same(
        "parabolic-sar",
        Map.of(),
        MAIN,
        (b, n, o) -> TA.sar(0, end, HIGH, LOW, 0.02, 0.2, b, n, o[0]));
  }

  @Test
  void rangesAndBandsAreTheSame() {
    int end = ROWS - 1;
    same("atr", NINE, MAIN, (b, n, o) -> TA.atr(0, end, HIGH, LOW, CLOSE, 9, b, n, o[0]));
    same(
        "true-range",
        Map.of(),
        MAIN,
        (b, n, o) -> TA.trueRange(0, end, HIGH, LOW, CLOSE, b, n, o[0]));
    same("standard-deviation", NINE, MAIN, (b, n, o) -> TA.stdDev(0, end, CLOSE, 9, 1, b, n, o[0]));
    same(
        "bollinger",
        Map.of("period", 9.0, "deviations", 2.5),
        new int[] {1, 0, 2},
        (b, n, o) -> TA.bbands(0, end, CLOSE, 9, 2.5, 2.5, MAType.Sma, b, n, o[0], o[1], o[2]));
    same("linear-regression", NINE, MAIN, (b, n, o) -> TA.linearReg(0, end, CLOSE, 9, b, n, o[0]));
    same(
        "linear-regression-slope",
        NINE,
        MAIN,
        (b, n, o) -> TA.linearRegSlope(0, end, CLOSE, 9, b, n, o[0]));
  }

  @Test
  void figuresOfVolumeAreTheSame() {
    int end = ROWS - 1;
    same("mfi", NINE, MAIN, (b, n, o) -> TA.mfi(0, end, HIGH, LOW, CLOSE, VOLUME, 9, b, n, o[0]));
    same("obv", Map.of(), MAIN, (b, n, o) -> TA.obv(0, end, CLOSE, VOLUME, b, n, o[0]));
    same(
        "accumulation-distribution",
        Map.of(),
        MAIN,
        (b, n, o) -> TA.ad(0, end, HIGH, LOW, CLOSE, VOLUME, b, n, o[0]));
  }

  @Test
  void whatBeginsOtherwiseMeetsTheirsAfterAWhile() {
    int end = ROWS - 1;
    meets(
        "macd",
        Map.of(),
        new int[] {0, 1, 2},
        400,
        (b, n, o) -> TA.macd(0, end, CLOSE, 12, 26, 9, b, n, o[0], o[1], o[2]));
    meets("adx", NINE, MAIN, 400, (b, n, o) -> TA.adx(0, end, HIGH, LOW, CLOSE, 9, b, n, o[0]));
    meets(
        "adx",
        NINE,
        new int[] {1},
        400,
        (b, n, o) -> TA.plusDI(0, end, HIGH, LOW, CLOSE, 9, b, n, o[0]));
    meets(
        "adx",
        NINE,
        new int[] {2},
        400,
        (b, n, o) -> TA.minusDI(0, end, HIGH, LOW, CLOSE, 9, b, n, o[0]));
    meets(
        "chaikin-oscillator",
        Map.of(),
        MAIN,
        400,
        (b, n, o) -> TA.adOsc(0, end, HIGH, LOW, CLOSE, VOLUME, 3, 10, b, n, o[0]));
  }
}
