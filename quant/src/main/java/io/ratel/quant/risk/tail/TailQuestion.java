package io.ratel.quant.risk.tail;

import io.ratel.quant.function.Argument;
import io.ratel.quant.statistic.Divisor;
import java.util.Optional;

/** A series of returns, and how its tail is to be told. */
public record TailQuestion(
    @Argument(value = "Returns of equal periods; null where one is missing.", missing = true)
        double[] returns,
    @Argument(
            value = "How often the loss is to be no worse.",
            unit = "probability",
            above = 0,
            below = 1,
            preset = "0.95")
        double confidence,
    @Argument(value = "How the tail is told.", preset = "historical") TailMethod method,
    @Argument(value = "How many periods the loss is over.", min = 1, max = 1_000, preset = "1")
        int horizon,
    @Argument(
            value = "Historical: the quantile of Hyndman and Fan.",
            min = 1,
            max = 9,
            preset = "7")
        int quantileType,
    @Argument(
            value = "Gaussian, modified, Monte Carlo: what the squares are divided by.",
            preset = "population")
        Divisor variance,
    @Argument(
            value =
                "Filtered historical: the weight kept of yesterday's variance; age-weighted: of"
                    + " yesterday's return.",
            above = 0,
            below = 1,
            preset = "0.94")
        double decay,
    @Argument(value = "Monte Carlo: how many are drawn.", min = 100, max = 1e6, preset = "100000")
        int paths,
    @Argument(value = "Monte Carlo: where the draws begin.", preset = "1") int seed,
    @Argument(
            value = "Monte Carlo: of Student's distribution; left out, the normal one.",
            above = 2,
            max = 1_000)
        Optional<Double> degreesOfFreedom) {}
