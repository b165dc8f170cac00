package io.ratel.exchange.corporateaction;

/**
 * What an action makes of a holding. Amounts are in minor units of the quote asset.
 *
 * @param lots whole, negative when short
 * @param cost of these lots, of their sign
 * @param cash paid to the holder for the fraction cut off; a short holder pays, it is negative
 * @param realizedPnl the cash less what the fraction had cost
 */
public record Holding(long lots, long cost, long cash, long realizedPnl) {}
