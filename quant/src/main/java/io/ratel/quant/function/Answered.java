package io.ratel.quant.function;

/**
 * A figure with what it needs to be believed.
 *
 * @param convention by which it was computed, for exactly these inputs
 * @param inputsHash SHA-256 of the function's name and every input, presets included
 * @param reference who described it, and where
 */
public record Answered<R extends Record>(
    R figures, String convention, String inputsHash, String reference) {}
