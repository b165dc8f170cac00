/**
 * The bot engine: a bot is a strategy with an account, limits and a trigger. One thread steps all
 * of them in a fixed order on the demo's own clock, and every order passes the bot's limits and the
 * budget that they share before it goes through order entry as anyone's would.
 */
@NullMarked
package io.ratel.server.demo.bot;

import org.jspecify.annotations.NullMarked;
