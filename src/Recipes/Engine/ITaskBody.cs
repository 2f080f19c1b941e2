namespace Recipes.Engine;

/// <summary>Numbered work that lives on the caller's stack while a <see cref="ThreadTeam"/> runs it, so that nothing is allocated.</summary>
public interface ITaskBody
{
    /// <summary>Does one task; called once per number, from any thread of the team.</summary>
    void Run(int task);
}
