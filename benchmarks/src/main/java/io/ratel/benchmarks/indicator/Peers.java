package io.ratel.benchmarks.indicator;

import com.tictactec.ta.lib.Core;
import com.tictactec.ta.lib.MAType;
import com.tictactec.ta.lib.MInteger;
import java.util.List;
import org.ta4j.core.Indicator;
import org.ta4j.core.indicators.ATRIndicator;
import org.ta4j.core.indicators.MACDIndicator;
import org.ta4j.core.indicators.RSIIndicator;
import org.ta4j.core.indicators.adx.ADXIndicator;
import org.ta4j.core.indicators.averages.EMAIndicator;
import org.ta4j.core.indicators.averages.SMAIndicator;
import org.ta4j.core.indicators.bollinger.BollingerBandsLowerIndicator;
import org.ta4j.core.indicators.bollinger.BollingerBandsMiddleIndicator;
import org.ta4j.core.indicators.bollinger.BollingerBandsUpperIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.indicators.statistics.StandardDeviationIndicator;
import org.ta4j.core.num.Num;

/** The same indicators as others compute them, with the presets of ours. */
final class Peers {
  static final String TA_LIB_VERSION = "0.4.0";
  static final String TA4J_VERSION = "0.19";

  private static final Core TA = new Core();

  private Peers() {}

  /**
   * @return the last number, so that nothing is left out
   */
  static double taLib(String name, Walk walk, double[][] out) {
    MInteger begin = new MInteger();
    MInteger count = new MInteger();
    int end = walk.close().length - 1;
    double[] close = walk.close();
    switch (name) {
      case "sma" -> TA.sma(0, end, close, 20, begin, count, out[0]);
      case "ema" -> TA.ema(0, end, close, 20, begin, count, out[0]);
      case "rsi" -> TA.rsi(0, end, close, 14, begin, count, out[0]);
      case "macd" -> TA.macd(0, end, close, 12, 26, 9, begin, count, out[0], out[1], out[2]);
      case "bollinger" ->
          TA.bbands(0, end, close, 20, 2, 2, MAType.Sma, begin, count, out[1], out[0], out[2]);
      case "atr" -> TA.atr(0, end, walk.high(), walk.low(), close, 14, begin, count, out[0]);
      case "adx" -> TA.adx(0, end, walk.high(), walk.low(), close, 14, begin, count, out[0]);
      default -> throw new IllegalArgumentException(name);
    }
    return out[0][count.value - 1];
  }

  /** Each of its indicators is asked for every bar in turn, as its own strategies do. */
  static double ta4j(String name, Walk walk) {
    double last = 0;
    List<Indicator<Num>> indicators = indicators(name, walk);
    for (int i = walk.ta4j().getBeginIndex(); i <= walk.ta4j().getEndIndex(); i++) {
      for (Indicator<Num> indicator : indicators) {
        last = indicator.getValue(i).doubleValue();
      }
    }
    return last;
  }

  private static List<Indicator<Num>> indicators(String name, Walk walk) {
    ClosePriceIndicator close = new ClosePriceIndicator(walk.ta4j());
    switch (name) {
      case "sma" -> {
        return List.of(new SMAIndicator(close, 20));
      }
      case "ema" -> {
        return List.of(new EMAIndicator(close, 20));
      }
      case "rsi" -> {
        return List.of(new RSIIndicator(close, 14));
      }
      case "macd" -> {
        MACDIndicator line = new MACDIndicator(close, 12, 26);
        return List.of(line, new EMAIndicator(line, 9));
      }
      case "bollinger" -> {
        BollingerBandsMiddleIndicator middle =
            new BollingerBandsMiddleIndicator(new SMAIndicator(close, 20));
        StandardDeviationIndicator deviation = new StandardDeviationIndicator(close, 20);
        return List.of(
            middle,
            new BollingerBandsUpperIndicator(middle, deviation),
            new BollingerBandsLowerIndicator(middle, deviation));
      }
      case "atr" -> {
        return List.of(new ATRIndicator(walk.ta4j(), 14));
      }
      case "adx" -> {
        return List.of(new ADXIndicator(walk.ta4j(), 14));
      }
      default -> throw new IllegalArgumentException(name);
    }
  }
}
