package io.ratel.marketdata.rule;

import io.ratel.marketdata.indicator.Indicator;
import io.ratel.marketdata.indicator.IndicatorCatalog;
import io.ratel.marketdata.indicator.IndicatorRun;
import io.ratel.marketdata.indicator.InvalidArgumentException;
import io.ratel.marketdata.indicator.Series;
import io.ratel.model.market.Interval;

/** What a reading shows now. Confined to one thread; an update allocates nothing. */
abstract sealed class Gauge {
  private static final double SECOND_NS = 1e9;

  /** NaN while it is not known. */
  double value = Double.NaN;

  /**
   * @return whether the update was about this reading
   */
  abstract boolean take(Update update);

  static Gauge of(Reading reading, IndicatorCatalog catalog) {
    return switch (reading) {
      case Reading.Of of -> new OfPrice(of.price());
      case Reading.Volume volume -> new OfVolume(volume.interval());
      case Reading.OfIndicator of -> new OfBars(of, catalog);
    };
  }

  private static final class OfPrice extends Gauge {
    private final Reading.Price price;

    OfPrice(Reading.Price price) {
      this.price = price;
    }

    @Override
    boolean take(Update update) {
      return switch (price) {
        case BID -> update instanceof Update.Quoted quoted && show(quoted.bid());
        case ASK -> update instanceof Update.Quoted quoted && show(quoted.ask());
        case SPREAD -> update instanceof Update.Quoted quoted && show(quoted.ask() - quoted.bid());
        case LAST -> update instanceof Update.Traded traded && show(traded.price());
        case STALENESS ->
            show(update instanceof Update.Silent silent ? silent.silentNs() / SECOND_NS : 0);
      };
    }

    private boolean show(double now) {
      value = now;
      return true;
    }
  }

  private static final class OfVolume extends Gauge {
    private final Interval interval;

    OfVolume(Interval interval) {
      this.interval = interval;
    }

    @Override
    boolean take(Update update) {
      if (update instanceof Update.Finished bar && bar.interval() == interval) {
        value = bar.volume();
        return true;
      }
      return false;
    }
  }

  private static final class OfBars extends Gauge {
    private final Interval interval;
    private final IndicatorRun run;
    private final Series row = Series.ofRows(1);
    private final double[][] out;
    private final int output;

    OfBars(Reading.OfIndicator of, IndicatorCatalog catalog) {
      Indicator indicator =
          catalog
              .find(of.name())
              .orElseThrow(
                  () -> new InvalidArgumentException("indicator", of.name(), "must be known"));
      this.interval = of.interval();
      this.run = indicator.start(of.arguments());
      this.out = new double[indicator.spec().outputs().size()][1];
      this.output = indicator.spec().outputs().indexOf(of.output());
    }

    @Override
    boolean take(Update update) {
      if (update instanceof Update.Finished bar && bar.interval() == interval) {
        row.set(
            0,
            bar.open(),
            bar.high(),
            bar.low(),
            bar.close(),
            bar.volume(),
            bar.timeNs() - interval.nanos());
        run.next(row, 0, out, 0);
        value = out[output][0];
        return true;
      }
      return false;
    }
  }
}
