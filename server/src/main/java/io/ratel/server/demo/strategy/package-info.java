/**
 * What the demo's bots do: makers who quote ladders and lean against their inventory, takers who
 * follow trends, fade them, know news early, work a large order slowly or just trade, an
 * arbitrageur between spot and future, followers of a match, and a portfolio kept at its weights.
 */
@NullMarked
package io.ratel.server.demo.strategy;

import org.jspecify.annotations.NullMarked;
