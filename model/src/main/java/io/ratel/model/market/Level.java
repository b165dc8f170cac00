package io.ratel.model.market;

/** All that rests at one price of one side; quantity 0 removes the level. */
public record Level(long price, long quantity) {}
