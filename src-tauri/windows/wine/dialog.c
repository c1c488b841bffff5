/* For tests only: reads a dialog as a user would, and closes it.
 *
 *     dialog.exe TITLE SECONDS [keep]
 *
 * Waits for a visible dialog of that title, writes its texts to the standard output (UTF-8, one a line), closes
 * it unless it is to be kept, and waits until it is gone. Ends with 1 where none came, and with 2 where it stayed. */

#include <stdio.h>
#include <windows.h>

static const wchar_t *title;
static HWND found;

static void say(const wchar_t *text) {
    char utf8[16384];
    int length = WideCharToMultiByte(CP_UTF8, 0, text, -1, utf8, sizeof utf8, NULL, NULL);
    if (length > 1) {
        fwrite(utf8, 1, length - 1, stdout);
        fputc('\n', stdout);
    }
}

static BOOL CALLBACK look(HWND window, LPARAM unused) {
    wchar_t class[64], text[256];
    (void)unused;
    GetClassNameW(window, class, 64);
    GetWindowTextW(window, text, 256);
    if (IsWindowVisible(window) && wcscmp(class, L"#32770") == 0 && wcscmp(text, title) == 0) {
        found = window;
        return FALSE;
    }
    return TRUE;
}

static BOOL CALLBACK read_one(HWND window, LPARAM unused) {
    static wchar_t text[8192];
    (void)unused;
    if (SendMessageTimeoutW(window, WM_GETTEXT, 8192, (LPARAM)text, SMTO_ABORTIFHUNG, 5000, NULL)) say(text);
    return TRUE;
}

int wmain(int count, wchar_t **words) {
    int tries;
    if (count < 3) return 64;
    title = words[1];
    for (tries = _wtoi(words[2]) * 4; tries > 0 && !found; tries--) {
        EnumWindows(look, 0);
        if (!found) Sleep(250);
    }
    if (!found) return 1;
    Sleep(1000);
    say(title);
    EnumChildWindows(found, read_one, 0);
    fflush(stdout);
    if (count > 3) return 0;
    for (tries = 40; tries > 0 && IsWindow(found); tries--) {
        PostMessageW(found, WM_CLOSE, 0, 0);
        Sleep(250);
    }
    return IsWindow(found) ? 2 : 0;
}
