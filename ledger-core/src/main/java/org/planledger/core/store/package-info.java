/// The store: events, attempts and side rows in one relational database, written by shared
/// commits under one gapless position.
///
/// It knows nothing of plans or devices but their two kinds of stream. A command's whole outcome
/// is gathered in a [Unit], handed to the [Appender] in the commit phase of its unit of work, and
/// is durable when [Appender#append] returns. [LedgerStore] puts the pieces together.
@NullMarked
package org.planledger.core.store;

import org.jspecify.annotations.NullMarked;
