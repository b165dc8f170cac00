/**
 * The store of ticks on QuestDB, embedded. The engine runs on the threads that call it and listens
 * on nothing, so any number of them live side by side. Prices and quantities are DECIMAL(38,18),
 * exact and readable; writing a row again replaces it.
 */
@NullMarked
package io.ratel.adapters.questdb;

import org.jspecify.annotations.NullMarked;
