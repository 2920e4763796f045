/* The command: finds the command's line in the table, parses its options and runs it. */

#include "cli/cmd.h"
#include "cli/out.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const cmd *const commands[] = {&cmd_compare, &cmd_trace,  &cmd_check, &cmd_index,
                                      &cmd_dedup,   &cmd_report, &cmd_diff};
#define COMMAND_COUNT (sizeof commands / sizeof *commands)

static void print_overview(FILE *file)
{
    fputs("usage: syndic COMMAND [options] PATH...\n"
          "       syndic A B              the same as syndic compare A B\n\n"
          "Finds the passages that articles share, and every copy of each.\n\n",
          file);
    for (size_t i = 0; i < COMMAND_COUNT; i++)
        fprintf(file, "  %-10s %s\n", commands[i]->name, commands[i]->brief);
    fputs("\n  --help, --version; syndic COMMAND --help lists a command's options\n"
          "  exit status: 0 done, 1 diff found differences or check a text over its limit,\n"
          "  2 trouble (one line on standard error says what)\n",
          file);
}

static int finish_stdout(void)
{
    return fflush(stdout) == 0 || out_stdout_failed() ? CMD_DONE : CMD_TROUBLE;
}

static int print_help(const cmd *command)
{
    printf("usage: syndic %s %s\n\n%s\n", command->name, command->usage, command->about);
    opt_print(command->name);
    return finish_stdout();
}

static const cmd *find_command(const char *name)
{
    for (size_t i = 0; i < COMMAND_COUNT; i++)
        if (strcmp(commands[i]->name, name) == 0)
            return commands[i];
    return NULL;
}

/** A first word that is neither a command nor a file was most likely meant as a command. */
static bool is_misspelt(const char *word)
{
    const char *names[COMMAND_COUNT];
    if (word[0] == '-' || strchr(word, '/') || access(word, F_OK) == 0)
        return false;
    for (size_t i = 0; i < COMMAND_COUNT; i++)
        names[i] = commands[i]->name;
    const char *nearest = opt_nearest(word, names, COMMAND_COUNT);
    if (nearest)
        out_error("%s: neither a command nor a file (did you mean %s?)", word, nearest);
    else if (!strchr(word, '.'))
        out_error("%s: neither a command nor a file (syndic --help lists the commands)", word);
    return nearest || !strchr(word, '.');
}

static int run_command(const cmd *command, int argc, char **argv)
{
    opt_values values = {0};
    int code = CMD_TROUBLE;
    if (opt_parse(argc, argv, command->name, &values))
        code = values.help ? print_help(command) : command->run(&values);
    opt_release(&values);
    return code;
}

/** The number of a standard file that is closed would be given to the next one opened, an index, say, and messages
 *  would be written into it. These are opened the wrong way round, so that using them fails as if they were closed. */
static bool hold_standard_files(void)
{
    for (int file = 0; file <= STDERR_FILENO; file++)
        if (fcntl(file, F_GETFD) < 0 && open("/dev/null", file == STDIN_FILENO ? O_WRONLY : O_RDONLY) != file)
            return false;
    return true;
}

int main(int argc, char **argv)
{
    if (!hold_standard_files())
        return CMD_TROUBLE;
    /* A reader that goes away, and a file that may not grow, are met as failed writes, so that half-written files are
     * removed. */
    signal(SIGPIPE, SIG_IGN);
    signal(SIGXFSZ, SIG_IGN);
    out_catch_signals();
    if (argc < 2) {
        print_overview(stderr);
        return CMD_TROUBLE;
    }
    if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0) {
        print_overview(stdout);
        return finish_stdout();
    }
    if (strcmp(argv[1], "--version") == 0) {
        printf("syndic %s\n", syn_version());
        return finish_stdout();
    }
    const cmd *command = find_command(argv[1]);
    if (command)
        return run_command(command, argc - 2, argv + 2);
    if (is_misspelt(argv[1]))
        return CMD_TROUBLE;
    return run_command(&cmd_compare, argc - 1, argv + 1);
}
