package io.ratel.marketdata.pipeline;

import java.util.List;

/**
 * How a pipeline is doing, since its start.
 *
 * @param from as in the configuration
 * @param in rows that came
 * @param out rows that outputs took
 * @param refused rows that a step, an output or a store did not take
 * @param late rows that came for a window that was over
 * @param dropped changes that found the queue full
 * @param lastError why the last was refused, empty when none was
 */
public record PipelineStatus(
    String name,
    String from,
    List<String> markets,
    long in,
    long out,
    long refused,
    long late,
    long dropped,
    String lastError) {}
