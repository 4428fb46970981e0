# What is said to the person who sends a hint when something cannot be taken, and the words of the
# hint's page for officers.

hint-file-empty = This file is empty. Choose it again, or send without it. File: { $name }
hint-file-too-large = This file is larger than 8 MB. Choose a smaller one, or send without it. File: { $name }
hint-file-other-type = We can take photos (JPEG, PNG) and PDF papers only. File: { $name }
hint-file-truncated = A part of this file is missing. Choose it again, or send without it. File: { $name }
hint-file-damaged = This file is damaged. Choose another one, or send without it. File: { $name }
hint-file-polyglot = This file hides a second file. Choose another one, or send without it. File: { $name }
hint-file-too-many-pixels = This picture is too large to be opened safely. Make it smaller, or send without it. File: { $name }
hint-file-other-variant = We cannot clean this kind of picture. Make a screenshot of it, or send without it. File: { $name }
