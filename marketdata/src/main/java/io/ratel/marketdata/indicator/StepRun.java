package io.ratel.marketdata.indicator;

/** The run of an indicator that makes one number of one. */
record StepRun(Step step) implements IndicatorRun {
  @Override
  public void next(Series in, int at, double[][] out, int to) {
    out[0][to] = step.next(in.close(at));
  }

  @Override
  public void run(Series in, double[][] out) {
    step.run(in.closes(), out[0]);
  }
}
