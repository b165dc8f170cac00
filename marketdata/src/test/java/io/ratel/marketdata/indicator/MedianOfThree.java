package io.ratel.marketdata.indicator;

import io.ratel.marketdata.indicator.IndicatorSpec.Input;
import io.ratel.marketdata.indicator.IndicatorSpec.Pane;
import java.util.List;

/** An indicator as a user would write one. */
public final class MedianOfThree implements Indicator {
  @Override
  public IndicatorSpec spec() {
    return new IndicatorSpec(
        "median-of-three",
        "Median of three",
        Input.VALUES,
        Pane.OVERLAY,
        List.of(),
        List.of(IndicatorSpec.MAIN),
        "The middle one of the newest three values.",
        "None.");
  }

  @Override
  public int warmUp(Arguments arguments) {
    return 2;
  }

  @Override
  public IndicatorRun start(Arguments arguments) {
    double[] last = {Double.NaN, Double.NaN};
    return (in, at, out, to) -> {
      double a = last[0];
      double b = last[1];
      double c = in.close(at);
      out[0][to] = Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
      last[0] = b;
      last[1] = c;
    };
  }
}
