package io.ratel.marketdata.indicator;

import io.ratel.marketdata.indicator.IndicatorSpec.Input;
import io.ratel.marketdata.indicator.IndicatorSpec.Pane;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** An indicator that is written down part by part. */
public final class Definition {
  /** The longest window; what a run keeps is a few numbers for each row of it. */
  public static final int MAX_PERIOD = 10_000;

  private record Defined(
      IndicatorSpec spec,
      ToIntFunction<Arguments> warmUps,
      Consumer<Arguments> check,
      boolean ofSessions,
      Function<Arguments, IndicatorRun> runs)
      implements Indicator {
    @Override
    public int warmUp(Arguments arguments) {
      return warmUps.applyAsInt(arguments);
    }

    @Override
    public IndicatorRun start(Arguments arguments) {
      check.accept(arguments);
      return runs.apply(arguments);
    }
  }

  private final String name;
  private final String title;
  private final Input input;
  private final Pane pane;
  private final List<Parameter> parameters = new ArrayList<>();
  private final List<String> outputs = new ArrayList<>(List.of(IndicatorSpec.MAIN));
  private Consumer<Arguments> check = arguments -> {};
  private ToIntFunction<Arguments> warmUps = arguments -> 0;
  private boolean sessions;
  private String convention = "";
  private String reference = "";

  private Definition(String name, String title, Input input, Pane pane) {
    this.name = name;
    this.title = title;
    this.input = input;
    this.pane = pane;
  }

  public static Definition ofValues(String name, String title, Pane pane) {
    return new Definition(name, title, Input.VALUES, pane);
  }

  public static Definition ofBars(String name, String title, Pane pane) {
    return new Definition(name, title, Input.BARS, pane);
  }

  /** A number of rows, from {@code min} to {@link #MAX_PERIOD}. */
  public Definition rows(String parameter, String words, int preset, int min) {
    parameters.add(new Parameter(parameter, words, true, preset, min, MAX_PERIOD));
    return this;
  }

  public Definition number(String parameter, String words, double preset, double min, double max) {
    parameters.add(new Parameter(parameter, words, false, preset, min, max));
    return this;
  }

  /** Asks for one argument to be less than another. */
  public Definition below(String smaller, String larger) {
    Consumer<Arguments> before = check;
    check =
        arguments -> {
          before.accept(arguments);
          if (arguments.number(smaller) >= arguments.number(larger)) {
            throw new InvalidArgumentException(
                smaller,
                Parameter.text(arguments.number(smaller)),
                "must be less than "
                    + larger
                    + ", which is "
                    + Parameter.text(arguments.number(larger)));
          }
        };
    return this;
  }

  /** Further outputs. */
  public Definition also(String... names) {
    outputs.addAll(List.of(names));
    return this;
  }

  public Definition warmUp(ToIntFunction<Arguments> rows) {
    warmUps = rows;
    return this;
  }

  /** Starts anew at midnight UTC. */
  public Definition sessions() {
    sessions = true;
    return this;
  }

  public Definition convention(String words) {
    convention = words;
    return this;
  }

  public Definition reference(String words) {
    reference = words;
    return this;
  }

  /** Completes it with how one number becomes one. */
  public Indicator steps(Function<Arguments, Step> steps) {
    return runs(arguments -> new StepRun(steps.apply(arguments)));
  }

  /** Completes it with how it runs. */
  public Indicator runs(Function<Arguments, IndicatorRun> runs) {
    IndicatorSpec spec =
        new IndicatorSpec(name, title, input, pane, parameters, outputs, convention, reference);
    return new Defined(spec, warmUps, check, sessions, runs);
  }
}
