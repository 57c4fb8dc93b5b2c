/* base/shut.h -- what the child of base/child.h shuts behind itself. */
#ifndef BASE_SHUT_H
#define BASE_SHUT_H

/* Puts on what there is of the layers; those that hold. */
unsigned child_shut_doors(void);

#endif
